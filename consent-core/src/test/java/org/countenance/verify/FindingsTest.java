package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.json.JsonObject;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.report.TextReport;
import org.junit.jupiter.api.Test;

/** What findings say: where, in which order, how near the grants are, and what somebody would have to sign. */
class FindingsTest {

    private static final String NOW = "2026-12-15";

    private final Kit kit = new Kit();

    private static Finding of(Verdict verdict, Rule rule) {
        return verdict.findings().stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private Id grant(String... changes) {
        return kit.grant(text -> {
            String changed = text;
            for (int i = 0; i < changes.length; i += 2) {
                assertThat(changed).contains(changes[i]);
                changed = changed.replace(changes[i], changes[i + 1]);
            }
            return changed;
        });
    }

    @Test
    void pointAtTheUseInTheManifest() {
        Verdict verdict = kit.verify(NOW, text -> text.replace("[{\"id\":\"u1\"", "[\n  {\"id\":\"u1\""));
        assertThat(of(verdict, Rule.NO_GRANT).at()).hasValueSatisfying(place -> {
            assertThat(place.pointer()).isEqualTo("/uses/0");
            assertThat(place.line()).isEqualTo(2);
            assertThat(place.column()).isEqualTo(3);
        });
    }

    @Test
    void pointAtTheAssetOfWhichNobodySaysWhomItShows() {
        UnaryOperator<String> change = text -> text.replace("\"uses\":[{", "\"uses\":[],\"none\":[{")
                .replaceFirst(",\"none\":.*", "}")
                .replace("\"contexts\":[]", "\"contexts\":[],\"source\":\"algorithmicMedia\"");
        assertThat(of(kit.verify(NOW, change), Rule.SYNTHETIC_UNDECLARED).at())
                .hasValueSatisfying(place -> assertThat(place.pointer()).isEqualTo("/assets/0"));
    }

    @Test
    void comeByUseInTheOrderOfTheManifestThenByRule() {
        kit.prohibit("'*'", "'*'", "all");
        String second = "{\"id\":\"u0\",\"asset\":\"shot\",\"person\":{\"unidentified\":\"a passer-by\"},"
                + "\"role\":\"depicted\",\"modalities\":[\"face\"],\"technique\":\"face-swap\","
                + "\"made\":{\"from\":\"2026-12-10T00:00:00Z\",\"until\":\"2026-12-11T00:00:00Z\"}}";
        Verdict verdict = kit.verify(NOW, text -> text.replaceFirst("}]}$", "}," + second + "]}"));
        assertThat(verdict.findings().stream()
                        .map(each -> each.use().orElse("") + " " + each.rule().code()))
                .containsExactly(" LC305", "u1 LC102", "u1 LC104", "u0 LC101", "u0 LC111");
    }

    @Test
    void nameTheThreeNearestGrantsAndWhatEachLacks() {
        Id medium = grant("['svod']", "['avod','micro-drama-app']");
        Id two = grant("['svod']", "['avod']", "'include':['CN']", "'include':['SG']");
        Id three = grant("['svod']", "['avod']", "'include':['CN']", "'include':['SG']", "['depicted']", "['driver']");
        grant(
                "['svod']",
                "['avod']",
                "'include':['CN']",
                "'include':['SG']",
                "['depicted']",
                "['driver']",
                "['zh']",
                "['en']");
        Finding finding = of(kit.verify(NOW), Rule.OUTSIDE_SCOPE);
        assertThat(finding.records()).containsExactly(medium, two, three);
        assertThat(finding.found())
                .startsWith(
                        "grant " + medium.shown() + " allows avod, micro-drama-app, needs svod; grant " + two.shown())
                .contains("allows SG, needs CN");
    }

    @Test
    void putAGrantFirstThatLeavesLess() {
        Id far = grant("'include':['CN']", "'include':['SG']");
        Id near = grant("'include':['CN']", "'include':['CN','SG']");
        Finding finding = of(
                kit.verify(NOW, text -> text.replace("\"include\":[\"CN\"]", "\"include\":[\"CN\",\"SG\",\"MY\"]")),
                Rule.OUTSIDE_SCOPE);
        assertThat(finding.wanted()).isEqualTo("face, voice in zh-Hans on svod in MY from 2027-02-01 until 2027-07-01");
        assertThat(finding.message()).isEqualTo("no grant covers " + finding.wanted());
        assertThat(finding.records()).containsExactly(near, far);
    }

    @Test
    void tellOfGrantsToOthersOnlyTheirNumber() {
        Id other = kit.party("other", "organisation", "");
        Id theirs = grant("$studio", other.text());
        Id elsewhere = grant("'P-1'", "'P-2'");
        Finding finding = of(kit.verify(NOW), Rule.NO_GRANT);
        assertThat(finding.records()).containsExactly(elsewhere).doesNotContain(theirs);
        assertThat(finding.found())
                .isEqualTo("no grant, but grant " + elsewhere.shown()
                        + " is for the production x-house:P-2; there is one to others");
    }

    @Test
    void sayWhyNobodyCanBeAsked() {
        kit.party("mei", "person", "2030-05");
        Verdict verdict =
                kit.verify(NOW, text -> text.replace("$lin", kit.id("mei").text()));
        assertThat(verdict.remedies()).isEmpty();
        assertThat(of(verdict, Rule.NO_GRANT).message())
                .endsWith("no grant can be asked for, since no guardian is known who could sign or consent");
    }

    @Test
    void beginAReportWithWhatTheAnswerRestsOn() {
        grant();
        assertThat(TextReport.render(kit.verify(NOW), party -> Optional.empty()).lines())
                .startsWith(
                        "CLEARED: A Test",
                        "As declared by the producer: 0 of 1 files were read; no inventory; making declared;"
                                + " identities self-asserted; no witnesses.",
                        "1 use, 1 cleared.");
    }

    private Verdict plan() throws Exception {
        String manifest = kit.named(Kit.MANIFEST
                .replace('\'', '"')
                .replace("$lin", kit.id("mei").text())
                .replace("2026-12-10", "2027-01-10")
                .replace("2026-12-11", "2027-01-11"));
        kit.at(NOW).renew();
        return kit.verifier("'parties':{'" + kit.id("registrar") + "':{'believed':['guardian']}}")
                .verify(
                        Request.plan(
                                ManifestReader.readPlan(
                                        new ByteArrayInputStream(
                                                Bytes.utf8(manifest).toArray()),
                                        ManifestLimits.DEFAULT),
                                kit.now()),
                        kit.log());
    }

    /** Signs what the verdict asks for, by those whom it asks. */
    private void sign(Verdict.Remedy remedy, List<String> names, String link) {
        assertThat(remedy.signs()).containsExactly(names.stream().map(kit::id).toArray(Id[]::new));
        JsonObject.Builder request = remedy.request().toBuilder();
        List.of("v", "vocabulary", "iss", "sub", "aud").forEach(request::remove);
        Id grant = kit.sign(
                RecordKind.GRANT, names.get(0), kit.id("mei"), request.build().toString());
        kit.sign(
                RecordKind.ENDORSEMENT,
                names.get(1),
                kit.id("mei"),
                "{'target':'" + grant + "','says':'consents'" + link + "}");
    }

    private Id guardian(String adultFrom) {
        kit.party("mei", "person", adultFrom);
        kit.party("registrar", "organisation", "");
        kit.party("mother", "person", "adult");
        kit.sign(
                RecordKind.ENDORSEMENT,
                "registry",
                kit.id("registrar"),
                "{'target':'" + kit.id("registrar") + "','says':'accredited','may':['guardian']}");
        return kit.sign(
                RecordKind.DELEGATION,
                "registrar",
                kit.id("mei"),
                "{'delegate':'" + kit.id("mother")
                        + "','capacity':'guardian','powers':['grant'],'within':'*','depth':0,"
                        + "'window':{'from':'2026-01-01T00:00:00Z','until':'2035-01-01T00:00:00Z'}}");
    }

    @Test
    void askAMinorAndHerGuardianForWhatClearsWhenBothHaveSigned() throws Exception {
        Id link = guardian("2030-05");
        sign(plan().remedies().get(0), List.of("mei", "mother"), ",'capacity':'guardian','delegation':'" + link + "'");
        assertThat(plan().uses()).allMatch(use -> use.outcome() == Outcome.CLEARED);
    }

    @Test
    void askAGuardianAndTheChildForWhatClearsWhenBothHaveSigned() throws Exception {
        guardian("2037-05");
        sign(plan().remedies().get(0), List.of("mother", "mei"), "");
        assertThat(plan().uses()).allMatch(use -> use.outcome() == Outcome.CLEARED);
    }
}
