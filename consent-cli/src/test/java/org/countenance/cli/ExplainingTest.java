package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking what a rule or a word means. */
class ExplainingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void sitsDown() throws Exception {
        terminal = new Terminal(directory);
    }

    @Test
    void tellsWhatARuleMeans() {
        assertThat(terminal.ok("explain LC103"))
                .startsWith("LC103 outside-scope\nWeighs: block, in step coverage.\n")
                .contains("\nStudio: ", "\nPerformer: ", "\nWaiver: ", "\nExample: ");
        assertThat(terminal.ok("explain outside-scope")).isEqualTo(terminal.ok("explain lc103"));
    }

    @Test
    void tellsWhatAWordMeans() {
        assertThat(terminal.ok("explain face-swap"))
                .startsWith("technique face-swap: one person's face on another's head\n");
        assertThat(terminal.ok("explain posthumous")).contains("(no wildcard gives it)");
        assertThat(terminal.ok("explain *")).isEqualTo(terminal.ok("explain any"));
        assertThat(terminal.ok("explain in force")).startsWith("standing in-force\n");
    }

    @Test
    void tellsEverythingThatAWordMeans() {
        assertThat(terminal.ok("explain game")).contains("medium game: games\n", "\n\nproduction type game: a game\n");
    }

    @Test
    void tellsTermsCodesDurationsAndLists() {
        assertThat(terminal.ok("explain notwithstanding")).startsWith("term notwithstanding\n");
        assertThat(terminal.ok("explain CN"))
                .startsWith("territory CN: China\n")
                .contains("Example: ");
        assertThat(terminal.ok("explain china")).isEqualTo(terminal.ok("explain CN"));
        assertThat(terminal.ok("explain 150")).startsWith("territory 150: Europe\nA group of ");
        assertThat(terminal.ok("explain zh-Hans")).startsWith("language zh-Hans: Chinese");
        assertThat(terminal.ok("explain P30D")).startsWith("duration P30D: 30 days\n");
        assertThat(terminal.ok("explain duty")).startsWith("duty is one of label, credit, approval, payment\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "explain face-swop | wanted a rule or a word, found `face-swop` | did you mean `face-swap`?",
                "explain LC999 | found `LC999` | a verdict names the rules",
                "explain zzzzzzzz | found `zzzzzzzz` | consent vocabulary",
                "explain | missing required parameter |",
            })
    void saysWhatIsWrong(String line, String message, String hint) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("consent: error: ").contains(message);
        if (hint != null) {
            assertThat(answer.err()).contains("consent: hint: ").contains(hint);
        }
        assertThat(answer.out()).isEmpty();
    }
}
