package org.countenance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.base.Window;
import org.countenance.json.JsonText;
import org.countenance.verify.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report of an audit: what it tells, that schemas take it, and that nobody's words do harm in it. */
class AuditReportsTest {

    private static final Audit MIXED = AuditCases.mixed(57);

    static Stream<String> hostile() {
        return HostileReportsTest.hostile();
    }

    @Test
    void tellsOfEveryTitleInEveryFormat() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(AuditCases.text(format, MIXED))
                    .as(format.word())
                    .contains("The Jade Hairpin", "LC105", "under these rules, as of")
                    .containsAnyOf("shows/broken.json", "shows\\/broken.json");
        }
    }

    @Test
    void saysOfNothingThatItIsLegal() {
        for (ReportFormat format : ReportFormat.values()) {
            // The explanations of rules in SARIF tell what a rule is about, which is not what the audit says.
            String report = format == ReportFormat.SARIF
                    ? Schemas.json(AuditCases.text(format, MIXED))
                            .at("/runs/0/results")
                            .toString()
                    : AuditCases.text(format, MIXED);
            assertThat(report.toLowerCase(Locale.ROOT)).as(format.word()).doesNotContain("legal", "compliant");
        }
    }

    @Test
    void putsPeopleRulesAndEndingsTogether() {
        AuditSummary summary = AuditSummary.of(MIXED);
        assertThat(summary.people())
                .hasSize(5)
                .allSatisfy(person -> assertThat(person.titles()).hasSize(2));
        assertThat(summary.people())
                .isSortedAccordingTo(java.util.Comparator.comparing(AuditSummary.PersonLine::worst)
                        .reversed());
        assertThat(summary.rules())
                .extracting(line -> line.rule().code())
                .isSorted()
                .contains("LC102", "LC105");
        assertThat(summary.endings())
                .isNotEmpty()
                .allSatisfy(ending -> assertThat(ending.ending().until())
                        .isAfter(MIXED.evaluated())
                        .isBeforeOrEqualTo(MIXED.horizon()));
        assertThat(summary.outcomes().values()).containsExactly(1L, 1L);
    }

    @Test
    void isTakenByItsSchema() {
        String json = AuditCases.text(ReportFormat.JSON, MIXED);
        assertThat(Schemas.faults(Schemas.ours("audit"), json)).isEmpty();
        assertThat(Schemas.faults(Schemas.ours("audit"), json.replaceFirst("\"", "\"x")))
                .isNotEmpty();
    }

    @Test
    void placesEveryResultOfSarifInItsManifest() {
        String sarif = AuditCases.text(ReportFormat.SARIF, MIXED);
        assertThat(Schemas.faults(Schemas.sarif(), sarif)).isEmpty();
        JsonNode run = Schemas.json(sarif).at("/runs/0");
        assertThat(run.at("/artifacts")).hasSize(4);
        for (JsonNode result : run.at("/results")) {
            JsonNode file = result.at("/locations/0/physicalLocation/artifactLocation");
            assertThat(file.path("uri"))
                    .isEqualTo(run.at("/artifacts/" + file.path("index").asInt() + "/location/uri"));
        }
        assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(2);
    }

    @Test
    void givesEveryTitleASuiteOfTests() {
        String xml = AuditCases.text(ReportFormat.JUNIT, MIXED);
        Schemas.checkJUnit(xml);
        assertThat(xml.split("<testsuite ", -1)).hasSize(5);
    }

    @Test
    void isOnePageWithoutScriptsThatFetchesNothing() {
        String page = AuditCases.text(ReportFormat.HTML, MIXED);
        assertThat(page)
                .contains("default-src 'none'; style-src 'sha256-", "base-uri 'none'")
                .doesNotContain("<script", "script-src", "http:", "https:", "url(", " src=", "<link", " onload=");
    }

    @Test
    void growsWithReasonsAndNotWithUses() {
        String large = AuditCases.text(ReportFormat.JSON, AuditCases.mixed(2_000));
        assertThat(large.length())
                .isLessThan(AuditCases.text(ReportFormat.JSON, MIXED).length() * 2);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void steersNoTerminalAndMakesNoLine(String words) {
        for (ReportFormat format : ReportFormat.values()) {
            String report = AuditCases.text(format, AuditCases.hostile(words));
            HostileReportsTest.assertSteersNothing(format, report);
            assertThat(report.lines().count())
                    .as(format.word())
                    .isEqualTo(AuditCases.text(format, AuditCases.hostile("Lin"))
                            .lines()
                            .count());
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isTextInEveryMarkup(String words) {
        Audit audit = AuditCases.hostile(words);
        assertThat(HostileReportsTest.others(AuditCases.text(ReportFormat.MARKDOWN, audit)))
                .isEqualTo(
                        HostileReportsTest.others(AuditCases.text(ReportFormat.MARKDOWN, AuditCases.hostile("Lin"))));
        assertThat(Schemas.faults(Schemas.sarif(), AuditCases.text(ReportFormat.SARIF, audit)))
                .isEmpty();
        Schemas.checkJUnit(AuditCases.text(ReportFormat.JUNIT, audit));
        assertThat(AuditCases.text(ReportFormat.HTML, audit)).doesNotContain("<script", "<img", "</td></table>");
    }

    @Test
    void readsBackWhatItKeeps() throws Exception {
        for (AuditTitle title : MIXED.answered()) {
            KeptAnswer kept = kept(title);
            KeptAnswer read = KeptAnswer.parse(kept.bytes());
            assertThat(read.bytes()).isEqualTo(kept.bytes());
            assertThat(read.ground()).isEqualTo(kept.ground());
        }
    }

    @Test
    void takesNoKeptAnswerThatIsNotWhole() throws Exception {
        KeptAnswer kept = kept(MIXED.titles().get(1));
        String text = kept.bytes().text();
        for (String changed : List.of(
                text.replaceFirst("\"blocked\"", "\"cleared\""),
                text.substring(0, text.length() - 1),
                text.replace("\"kept\":1", "\"kept\":2"),
                "{}",
                "")) {
            assertThatThrownBy(() -> KeptAnswer.parse(Bytes.utf8(changed))).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void takesNoAnswerThatItsFindingsContradict() throws Exception {
        String json = JsonText.compact(
                AuditAnswerJson.of(MIXED.titles().get(1).answer().orElseThrow()));
        String better = json.replaceFirst("\"outcome\":\"blocked\"", "\"outcome\":\"cleared\"");
        assertThatThrownBy(() -> AuditAnswerReader.read(
                        JsonText.parse(Bytes.utf8(better), "answer", org.countenance.json.JsonLimits.DOCUMENT)))
                .hasMessageContaining("wanted `blocked`, as its findings say, found cleared");
    }

    private static KeptAnswer kept(AuditTitle title) {
        Bytes hash = Sha256.hash(Bytes.EMPTY);
        Ground ground = new Ground(
                new TreeMap<>(java.util.Map.of("p/x/keys", org.countenance.tlog.KeyFold.NOTHING.then(3, hash))),
                new TreeMap<>(java.util.Map.of("a", java.util.Optional.of(hash), "b", java.util.Optional.empty())),
                "true 0 none",
                new Window(java.time.Instant.MIN, java.time.Instant.parse("2027-03-01T00:00:00Z")));
        return new KeptAnswer(hash, ground, title.answer().orElseThrow());
    }
}
