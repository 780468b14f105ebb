package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countenance.report.VerdictJson;
import org.countenance.verify.Finding;
import org.countenance.verify.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the decision corpus through the library. */
class DecisionCorpusTest {

    private static final int LEAST = 200;

    /** Evidence that does not hold ends without a verdict, and what is too complex has no small case: tried elsewhere. */
    private static final Set<Rule> ELSEWHERE = EnumSet.of(Rule.CHECKPOINT, Rule.INCLUSION, Rule.TOO_COMPLEX);

    @TestFactory
    Stream<DynamicTest> answersAsTheSpecificationDoes() {
        Map<String, CorpusFile> files = CorpusFile.all(CorpusFile.DIRECTORY);
        assertThat(files).hasSizeGreaterThanOrEqualTo(LEAST);
        return files.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(each.getValue().differences(verdict(each.getValue())))
                                .as(each.getValue().sentence())
                                .isEmpty()));
    }

    @Test
    void isWhatItsSourcesSay() throws IOException {
        Map<String, String> texts = DecisionFiles.texts();
        assertThat(new TreeSet<>(CorpusFile.all(CorpusFile.DIRECTORY).keySet()))
                .isEqualTo(new TreeSet<>(texts.keySet()));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            assertThat(Files.readString(CorpusFile.DIRECTORY.resolve(text.getKey())))
                    .as(text.getKey())
                    .isEqualTo(text.getValue());
        }
    }

    @Test
    void hasEveryRule() {
        assertThat(spoken(CorpusFile::rules)).containsAll(codes(ELSEWHERE));
    }

    @Test
    void hasACaseInWhichEachRuleHasNothingToSay() {
        EnumSet<Rule> always = EnumSet.copyOf(ELSEWHERE);
        // This version checks no witnesses, so every answer says that nobody else has seen the log.
        always.add(Rule.WITNESS_QUORUM);
        assertThat(spoken(CorpusFile::silent)).containsAll(codes(always));
    }

    @Test
    void namesTheRecordsOfEachRuleThatRestsOnSome() {
        Set<String> naming = new TreeSet<>();
        for (CorpusFile file : CorpusFile.all(CorpusFile.DIRECTORY).values()) {
            for (Finding finding : Asked.verdict(file).findings()) {
                if (!finding.records().isEmpty()) {
                    naming.add(finding.rule().code());
                }
            }
        }
        assertThat(spoken(CorpusFile::named)).containsAll(naming);
    }

    private static Set<String> spoken(Function<CorpusFile, List<String>> of) {
        Set<String> spoken = new TreeSet<>();
        CorpusFile.all(CorpusFile.DIRECTORY).values().forEach(file -> spoken.addAll(of.apply(file)));
        return spoken;
    }

    /** Law packs (LC4xx) are not among the rules yet: no version of this program has any. */
    private static List<String> codes(Set<Rule> without) {
        return EnumSet.complementOf(EnumSet.copyOf(without)).stream()
                .map(Rule::code)
                .toList();
    }

    @Test
    void isShownInReportsThatPeopleCanRead() throws IOException {
        for (Map.Entry<String, String> report : DecisionFiles.reports().entrySet()) {
            assertThat(Files.readString(CorpusFile.DIRECTORY.resolve(report.getKey())))
                    .as(report.getKey())
                    .isEqualTo(report.getValue());
        }
    }

    @Test
    void speaksInTheGrammarOfMessages() {
        for (CorpusFile file : CorpusFile.all(CorpusFile.DIRECTORY).values()) {
            for (Finding finding : Asked.verdict(file).findings()) {
                for (String text : List.of(finding.message(), finding.wanted(), finding.found())) {
                    assertThat(Grammar.faults(text))
                            .as(finding.rule() + ": " + text)
                            .isEmpty();
                }
            }
        }
    }

    private static JsonNode verdict(CorpusFile file) throws IOException {
        return new ObjectMapper().readTree(VerdictJson.render(Asked.verdict(file)));
    }
}
