package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.record.CharacterName;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A use that is nearly like one that was cleared before it is judged as if it came first. */
class AlikeUsesTest {

    private static final String NOW = "2026-12-15";
    private static final String RELEASE =
            "{'id':'abroad','media':['avod'],'territories':{'include':['SG'],'exclude':[]},"
                    + "'languages':['en'],'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}},";
    private static final String ASSET =
            "{'id':'$asset'," + "'sha256':'$sha256'," + "'seconds':4,'contexts':[],'releases':['home']}";
    private static final String USE =
            "{'id':'$id','asset':'$asset','person':'$lin','role':'depicted','character':'Mei',"
                    + "'portrays':'adult','modalities':['face','voice'],'technique':'voice-clone',"
                    + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'},'seconds':4,'credited':true}";

    private final Kit kit = new Kit();

    @BeforeEach
    void grants() {
        kit.party("mei", "person", "adult");
        kit.grant(text -> text.replace(
                        "'characters':'*'",
                        "'characters':['" + CharacterName.hash("AAAAAAAAAAAAAAAAAAAAAA", "Mei") + "']")
                .replace("'duties':[]", "'duties':['credit']"));
    }

    /** In the order of the uses, since caps are spent in the order of their assets' hashes. */
    private static String sha256(String use) {
        return Integer.toHexString(use.charAt(1)) + "23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    }

    private record Part(String id, String asset, String use) {

        static Part of(String id, String from, String to) {
            String asset = ASSET.replace("$asset", "a" + id).replace("$sha256", sha256(id));
            String use = USE.replace("$id", id).replace("$asset", "a" + id);
            assertThat(asset + use).contains(from);
            return new Part(id, asset.replace(from, to), use.replace(from, to));
        }
    }

    private Verdict verify(List<Part> parts) {
        String assets = String.join(",", parts.stream().map(Part::asset).toList());
        String uses = String.join(",", parts.stream().map(Part::use).toList())
                .replace("$lin", kit.id(Kit.LIN).text())
                .replace("$mei", kit.id("mei").text());
        return kit.verify(
                NOW,
                text -> text.replace("\"releases\":[{", ("\"releases\":[" + RELEASE + "{").replace('\'', '"'))
                        .replaceFirst(
                                "\"assets\":.*",
                                ("'assets':[" + assets + "],'uses':[" + uses + "]}").replace('\'', '"')));
    }

    private static List<Object> about(Verdict verdict, String id) {
        List<Object> all = new ArrayList<>();
        verdict.uses().stream()
                .filter(use -> use.id().equals(id))
                .forEach(use -> all.addAll(List.of(use.outcome(), use.relied())));
        verdict.findings().stream()
                .filter(finding -> finding.use().equals(Optional.of(id)))
                .forEach(finding -> all.addAll(List.of(finding.rule(), finding.severity(), finding.message())));
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            '$lin'                    | '$mei'
            '$lin'                    | {'unidentified':'a passer-by'}
            'depicted'                | 'driver'
            'character':'Mei'         | 'character':'Lan'
            'character':'Mei',        | ""
            ['face','voice']          | ['face','voice','body']
            'voice-clone'             | 'face-swap'
            '2026-12-10T00:00:00Z'    | '2025-12-10T00:00:00Z'
            'credited':true           | 'credited':false
            'seconds':4,'contexts':[] | 'seconds':4,'contexts':['nudity']
            'credited':true           | 'credited':true,'contexts':['nudity']
            'credited':true           | 'credited':true,'languages':['en']
            'releases':['home']       | 'releases':['abroad']
            'releases':['home']       | 'releases':['home','abroad']
            """)
    void isJudgedByWhatItIs(String from, String to) {
        Part plain = Part.of("u1", "", "");
        Part other = Part.of("u2", from, to);
        List<Object> alone = about(verify(List.of(other)), "u2");
        List<Object> cleared = about(verify(List.of(plain)), "u1");
        assertThat(cleared.get(0)).isEqualTo(Outcome.CLEARED);
        assertThat(alone).isNotEqualTo(cleared);
        for (List<Part> order : List.of(
                List.of(plain, other),
                List.of(other, plain),
                List.of(plain, Part.of("u3", "", ""), other, Part.of("u4", from, to)))) {
            Verdict verdict = verify(order);
            assertThat(about(verdict, "u1")).isEqualTo(cleared);
            assertThat(about(verdict, "u2")).isEqualTo(alone);
            order.stream()
                    .map(Part::id)
                    .filter("u3"::equals)
                    .forEach(id -> assertThat(about(verdict, id)).isEqualTo(cleared));
        }
    }

    @Test
    void isJudgedByWhatTheLogSaysOfItsAsset() {
        Id grant = kit.grant(text -> text.replace("'face','voice'", "'face','voice','body'")
                .replace("'duties':[]", "'duties':['approval']"));
        kit.sign(
                RecordKind.ENDORSEMENT,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'target':'" + grant.text() + "','says':'approves','assets':{'sha256':'" + sha256("u2") + "'}}");
        Part plain = Part.of("u1", "", "");
        Part approved = Part.of("u2", "['face','voice']", "['face','voice','body']");
        Part other = Part.of("u3", "['face','voice']", "['face','voice','body']");
        for (List<Part> order : List.of(List.of(plain, approved, other), List.of(other, approved, plain))) {
            Verdict verdict = verify(order);
            assertThat(about(verdict, "u1").get(0)).isEqualTo(Outcome.CLEARED);
            assertThat(about(verdict, "u2").get(0)).isEqualTo(Outcome.CLEARED);
            assertThat(about(verdict, "u3").get(0)).isEqualTo(Outcome.BLOCKED);
        }
    }

    @Test
    void isHeldAgainstACapOfItsOwn() {
        kit.grant(text -> text.replace("'face','voice'", "'face','voice','body'")
                .replace("'duties':[]", "'caps':{'assets':1},'duties':[]"));
        List<Part> bodies = List.of(
                Part.of("u1", "['face','voice']", "['face','voice','body']"),
                Part.of("u2", "['face','voice']", "['face','voice','body']"));
        Verdict verdict = verify(bodies);
        assertThat(about(verdict, "u1").get(0)).isEqualTo(Outcome.CLEARED);
        assertThat(about(verdict, "u2").get(0)).isEqualTo(Outcome.BLOCKED);
    }
}
