package org.countenance.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countenance.base.MalformedException;
import org.countenance.json.TextReader;
import org.junit.jupiter.api.Test;

/** The closed lists of decision.md section 1, written out once more. */
class VocabularyTest {

    private static final String MODALITIES = "name face voice singing-voice body motion performance signature";
    private static final String TECHNIQUES = "capture archive-reuse enhancement face-generation face-swap face-blend"
            + " face-reenactment lip-sync attribute-edit de-age age-up pose-transfer voice-clone voice-conversion voice-edit"
            + " dub-voice-clone digital-double crowd-replica realtime-generation reference-conditioning person-fine-tune"
            + " model-training";
    private static final String CONTEXTS = "advertising brand-endorsement livestream-commerce companion-chat political"
            + " religious nudity simulated-sex explicit-sex sexualised graphic-violence self-harm drugs alcohol tobacco"
            + " gambling pharma-medical financial-product hate criminal-role denigrating minor-romance real-event posthumous";
    private static final String MEDIA =
            "theatrical festival broadcast svod avod tvod est disc hospitality micro-drama-app"
                    + " social-video mini-program livestream game paid-advertising out-of-home audio-only promotion internal";
    private static final String PRODUCTIONS =
            "feature short-film series micro-drama commercial trailer documentary news"
                    + " game music-video audio other";
    private static final String SOURCES =
            "digitalCapture computationalCapture negativeFilm positiveFilm print humanEdits"
                    + " compositeWithTrainedAlgorithmicMedia algorithmicallyEnhanced digitalCreation dataDrivenMedia"
                    + " trainedAlgorithmicMedia algorithmicMedia screenCapture virtualRecording composite compositeCapture"
                    + " compositeSynthetic";

    @Test
    void holdsTheWordsOfTheSpecificationInItsOrder() {
        assertThat(spelled(Role.values())).isEqualTo("depicted driver");
        assertThat(spelled(Modality.values())).isEqualTo(MODALITIES);
        assertThat(spelled(Technique.values())).isEqualTo(TECHNIQUES);
        assertThat(spelled(Context.values())).isEqualTo(CONTEXTS);
        assertThat(spelled(Medium.values())).isEqualTo(MEDIA);
        assertThat(spelled(ProductionType.values())).isEqualTo(PRODUCTIONS);
    }

    @Test
    void readsEveryWord() throws MalformedException {
        readsAll(Role::parse, Role.values());
        readsAll(Modality::parse, Modality.values());
        readsAll(Technique::parse, Technique.values());
        readsAll(Context::parse, Context.values());
        readsAll(Medium::parse, Medium.values());
        readsAll(ProductionType::parse, ProductionType.values());
        for (String source : SOURCES.split(" ")) {
            assertThat(DigitalSourceType.parse(source).word()).isEqualTo(source);
        }
        assertThat(DigitalSourceType.values()).hasSize(SOURCES.split(" ").length);
    }

    @Test
    void refusesAnUnknownWordWithTheNearestOne() {
        assertThatThrownBy(() -> Medium.parse("svodd"))
                .hasMessage("wanted a medium, found `svodd`, did you mean `svod`?");
        assertThatThrownBy(() -> Technique.parse("Face-Swap"))
                .hasMessage("wanted a technique, found `Face-Swap`, did you mean `face-swap`?");
        assertThatThrownBy(() -> Context.parse("weather")).hasMessage("wanted a context, found `weather`");
        assertThatThrownBy(() -> DigitalSourceType.parse("humanEdit"))
                .hasMessage("wanted an IPTC digital source type, found `humanEdit`, did you mean `humanEdits`?");
    }

    @Test
    void givesTheNamedOnlyWordsByNameAlone() {
        assertThat(Stream.of(Context.values()).filter(Word::namedOnly).map(Word::word))
                .containsExactlyInAnyOrder(
                        "nudity",
                        "simulated-sex",
                        "explicit-sex",
                        "sexualised",
                        "political",
                        "religious",
                        "hate",
                        "denigrating",
                        "companion-chat",
                        "minor-romance",
                        "posthumous");
        assertThat(Stream.of(Technique.values()).filter(Word::namedOnly).map(Word::word))
                .containsExactlyInAnyOrder("model-training", "person-fine-tune");
        assertThat(Stream.of(Role.values(), Modality.values(), Medium.values(), ProductionType.values())
                        .flatMap(Stream::of))
                .noneMatch(Word::namedOnly);
    }

    @Test
    void knowsTheSexualSetAndTheSyntheticSources() {
        assertThat(spelled(Stream.of(Context.values()).filter(Context::isSexual).toArray(Context[]::new)))
                .isEqualTo("nudity simulated-sex explicit-sex sexualised minor-romance");
        assertThat(Stream.of(DigitalSourceType.values())
                        .filter(DigitalSourceType::synthetic)
                        .map(DigitalSourceType::word))
                .containsExactlyInAnyOrder(
                        "trainedAlgorithmicMedia",
                        "compositeWithTrainedAlgorithmicMedia",
                        "algorithmicMedia",
                        "compositeSynthetic");
    }

    @Test
    void hearsSpeechInVoicesAndInLipSyncedFaces() {
        for (Technique technique : Technique.values()) {
            for (Modality modality : Modality.values()) {
                boolean voice = modality == Modality.VOICE || modality == Modality.SINGING_VOICE;
                boolean lips = modality == Modality.FACE && technique == Technique.LIP_SYNC;
                assertThat(modality.speech(technique))
                        .as("%s, %s", modality, technique)
                        .isEqualTo(voice || lips);
            }
        }
    }

    @Test
    void explainsEveryWordInOneLine() {
        for (List<? extends Word> list : Vocabulary.lists().values()) {
            assertThat(list)
                    .allSatisfy(word -> assertThat(word.meaning()).isNotBlank().doesNotContain("\n"));
        }
    }

    @Test
    void mapsWordsToTermsThatExist() {
        assertThat(Technique.FACE_SWAP.mappings())
                .isEqualTo(Map.of(
                        Standard.IPTC, "compositeWithTrainedAlgorithmicMedia",
                        Standard.C2PA, "c2pa.edited",
                        Standard.CN_DEEP_SYNTHESIS, "人脸替换"));
        assertThat(Technique.CROWD_REPLICA.mappings()).isEmpty();
        for (Technique technique : Technique.values()) {
            String source = technique.mappings().getOrDefault(Standard.IPTC, "print");
            assertThat(DigitalSourceType.values())
                    .extracting(DigitalSourceType::word)
                    .contains(source);
        }
    }

    private static String spelled(Word... words) {
        return String.join(" ", Arrays.stream(words).map(Word::word).toList());
    }

    private static void readsAll(TextReader<? extends Word> reader, Word... words) throws MalformedException {
        for (Word word : words) {
            assertThat(reader.read(word.word())).isSameAs(word);
        }
    }
}
