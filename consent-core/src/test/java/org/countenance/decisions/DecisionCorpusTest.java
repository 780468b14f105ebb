package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> told = new TreeSet<>();
        for (CorpusFile file : CorpusFile.all(CorpusFile.DIRECTORY).values()) {
            told.addAll(file.rules());
        }
        List<String> wanted = new ArrayList<>();
        EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)).forEach(rule -> wanted.add(rule.code()));
        assertThat(told).containsAll(wanted);
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
