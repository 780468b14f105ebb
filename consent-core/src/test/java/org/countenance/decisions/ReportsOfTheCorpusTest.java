package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countenance.base.Instants;
import org.countenance.report.Account;
import org.countenance.report.Answer;
import org.countenance.report.ReportFormat;
import org.countenance.report.ReportText;
import org.countenance.report.Schemas;
import org.countenance.verify.Outcome;
import org.countenance.verify.Rule;
import org.countenance.verify.Severity;
import org.countenance.verify.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verdict of the decision corpus in every format. */
class ReportsOfTheCorpusTest {

    private static final Pattern NEVER_SAID =
            Pattern.compile("(?i)\\b(il)?legal(ly)?\\b|\\bcomplian(t|ce)\\b|\\blawful");

    private static final Map<String, Answer> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void verifiesEveryCase() {
        CorpusFile.all(CorpusFile.DIRECTORY)
                .forEach((path, file) -> ANSWERS.put(path, Answer.of(Asked.verdict(file), party -> Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void stateWhatTheAnswerRestsOn(ReportFormat format) {
        ANSWERS.forEach((path, answer) -> {
            String report = ReportText.of(format, answer);
            Verdict.Basis basis = answer.verdict().basis();
            assertThat(report)
                    .as(path)
                    .contains(
                            basis.policy().hex().substring(0, 12),
                            Rule.tableHash().hex().substring(0, 12),
                            Instants.format(basis.instant()),
                            Instants.format(basis.evaluated()),
                            basis.origin());
            assertThat(report).as(path).containsAnyOf(assurances(answer));
            assertThat(report.toLowerCase(Locale.ROOT).replace('-', ' '))
                    .as(path)
                    .contains(answer.verdict().outcome().word().replace('-', ' '));
            assertThat(report).as(path).doesNotContainPattern(NEVER_SAID);
        });
    }

    private static String[] assurances(Answer answer) {
        return new String[] {
            Account.of(answer).assurance(), Account.of(answer).assurance().replace("-", "\\-"), "\"assurance\": {"
        };
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void stateWhatWasSkippedAndWhatWasWaived(ReportFormat format) {
        ANSWERS.forEach((path, answer) -> {
            String report = ReportText.of(format, answer);
            for (Verdict.StepResult step : answer.verdict().steps()) {
                if (step.result() == Verdict.Result.SKIPPED) {
                    assertThat(report).as(path).contains(step.step().word(), step.why());
                }
            }
            for (Verdict.WaiverUse each : answer.verdict().waivers()) {
                if (each.findings() > 0) {
                    assertThat(report)
                            .as(path)
                            .contains(
                                    each.waiver().reason(),
                                    Instants.format(each.waiver().until()));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void claimNoMoreThanThatNoViolationWasFound(ReportFormat format) {
        ANSWERS.forEach((path, answer) -> {
            boolean cleared = answer.verdict().outcome() == Outcome.CLEARED;
            boolean claimed = ReportText.of(format, answer).contains("No violation found");
            assertThat(claimed).as(path).isEqualTo(cleared && format != ReportFormat.JSON);
            assertThat(Account.of(answer).statement()).endsWith(", as declared by the producer.");
        });
    }

    @Test
    void areSarifAsItsSchemaSays() {
        Schema schema = Schemas.sarif();
        ANSWERS.forEach((path, answer) -> assertThat(Schemas.faults(schema, ReportText.of(ReportFormat.SARIF, answer)))
                .as(path)
                .isEmpty());
    }

    @Test
    void areSarifWithAResultForEachFinding() {
        ANSWERS.forEach((path, answer) -> {
            JsonNode run =
                    Schemas.json(ReportText.of(ReportFormat.SARIF, answer)).at("/runs/0");
            List<JsonNode> results =
                    List.copyOf(run.get("results").valueStream().toList());
            assertThat(results).as(path).hasSameSizeAs(answer.verdict().findings());
            for (int i = 0; i < results.size(); i++) {
                JsonNode result = results.get(i);
                var finding = answer.verdict().findings().get(i);
                assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex") + "/id")
                                .asText())
                        .isEqualTo(finding.rule().code());
                assertThat(result.get("level").asText().equals("error"))
                        .as(path)
                        .isEqualTo(finding.severity() == Severity.BLOCK || finding.severity() == Severity.UNDETERMINED);
                assertThat(result.get("suppressions").size())
                        .isEqualTo(finding.waiver().isPresent() ? 1 : 0);
                finding.at()
                        .ifPresent(place -> assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                                        .asText())
                                .isEqualTo(place.pointer()));
            }
        });
    }

    @Test
    void tellFindingsApartByFingerprintsThatStayWhenTheyAreAskedAgain() {
        ANSWERS.forEach((path, answer) -> {
            List<String> first = fingerprints(answer);
            assertThat(first).as(path).doesNotHaveDuplicates();
            assertThat(fingerprints(answer)).as(path).isEqualTo(first);
        });
    }

    private static List<String> fingerprints(Answer answer) {
        return Schemas.json(ReportText.of(ReportFormat.SARIF, answer))
                .at("/runs/0/results")
                .valueStream()
                .map(result -> result.at("/partialFingerprints/finding~1v1").asText())
                .toList();
    }

    @Test
    void areTestReportsThatPassOnlyWhereTheAnswerDoes() {
        ANSWERS.forEach((path, answer) -> {
            String xml = ReportText.of(ReportFormat.JUNIT, answer);
            Schemas.checkJUnit(xml);
            boolean green = xml.contains(" failures=\"0\" errors=\"0\" ");
            assertThat(green).as(path).isEqualTo(answer.verdict().outcome() == Outcome.CLEARED);
            assertThat(count(xml, "<testcase "))
                    .as(path)
                    .isEqualTo(1
                            + answer.verdict().uses().size()
                            + Account.of(answer).skipped().size());
            assertThat(count(xml, "<failure ")).as(path).isEqualTo(number(xml, "failures"));
            assertThat(count(xml, "<error ")).as(path).isEqualTo(number(xml, "errors"));
            assertThat(count(xml, "<skipped ")).as(path).isEqualTo(number(xml, "skipped"));
        });
    }

    private static int count(String xml, String tag) {
        return xml.split(Pattern.quote(tag), -1).length - 1;
    }

    private static int number(String xml, String attribute) {
        String after = xml.substring(xml.indexOf(attribute + "=\"") + attribute.length() + 2);
        return Integer.parseInt(after.substring(0, after.indexOf('"')));
    }
}
