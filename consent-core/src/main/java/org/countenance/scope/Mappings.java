package org.countenance.scope;

import static org.countenance.scope.Standard.C2PA;
import static org.countenance.scope.Standard.CN_DEEP_SYNTHESIS;
import static org.countenance.scope.Standard.DPV;
import static org.countenance.scope.Standard.IPTC;
import static org.countenance.scope.Standard.MOVIELABS;

import java.util.Map;

/** What the words are called elsewhere; a word that has no sure counterpart has none here. */
final class Mappings {

    private static final String MODEL = "trainedAlgorithmicMedia";
    private static final String EDITED = "compositeWithTrainedAlgorithmicMedia";
    private static final String ATTRIBUTES = "人物属性编辑";

    private static final Map<Word, Map<Standard, String>> TABLE = Map.ofEntries(
            Map.entry(Technique.CAPTURE, Map.of(IPTC, "digitalCapture", C2PA, "c2pa.created")),
            Map.entry(Technique.ENHANCEMENT, Map.of(C2PA, "c2pa.enhanced")),
            made(Technique.FACE_GENERATION, "人脸生成"),
            edited(Technique.FACE_SWAP, "人脸替换"),
            edited(Technique.FACE_REENACTMENT, "人脸操控"),
            edited(Technique.LIP_SYNC, "人脸操控"),
            edited(Technique.ATTRIBUTE_EDIT, ATTRIBUTES),
            edited(Technique.DE_AGE, ATTRIBUTES),
            edited(Technique.AGE_UP, ATTRIBUTES),
            edited(Technique.POSE_TRANSFER, "姿态操控"),
            Map.entry(Technique.VOICE_CLONE, Map.of(IPTC, MODEL, C2PA, "c2pa.created")),
            edited(Technique.VOICE_CONVERSION, "语音转换"),
            edited(Technique.VOICE_EDIT, "语音属性编辑"),
            Map.entry(Technique.DUB_VOICE_CLONE, Map.of(C2PA, "c2pa.dubbed")),
            Map.entry(Technique.DIGITAL_DOUBLE, Map.of(CN_DEEP_SYNTHESIS, "三维重建")),
            Map.entry(Medium.SVOD, Map.of(MOVIELABS, "SVOD")),
            Map.entry(Medium.TVOD, Map.of(MOVIELABS, "VOD")),
            Map.entry(Medium.EST, Map.of(MOVIELABS, "EST")),
            Map.entry(Modality.NAME, Map.of(DPV, "pd:Name")),
            Map.entry(Modality.FACE, Map.of(DPV, "pd:Picture")),
            Map.entry(Context.ADVERTISING, Map.of(DPV, "dpv:Advertising")));

    private Mappings() {}

    static Map<Standard, String> of(Word word) {
        return TABLE.getOrDefault(word, Map.of());
    }

    private static Map.Entry<Word, Map<Standard, String>> made(Word word, String category) {
        return Map.entry(word, Map.of(IPTC, MODEL, C2PA, "c2pa.created", CN_DEEP_SYNTHESIS, category));
    }

    private static Map.Entry<Word, Map<Standard, String>> edited(Word word, String category) {
        return Map.entry(word, Map.of(IPTC, EDITED, C2PA, "c2pa.edited", CN_DEEP_SYNTHESIS, category));
    }
}
