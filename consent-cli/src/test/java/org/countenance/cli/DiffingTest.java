package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing two verdicts, as it is typed. */
class DiffingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void verifiesBeforeAndAfterAWithdrawal() throws Exception {
        terminal = Terminal.registered(directory);
        String grant = terminal.ok("grant --key lin --licensee @studio --production x-house:SD-2026-0417"
                + " --character any --role depicted --modality face,body --technique face-generation --context none"
                + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
                + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released continue"
                + " --ratifies --intended-use Mei --yes --quiet");
        terminal.ok("verify manifest.json --format json=before.json");
        terminal.ok("revoke id:" + grant.strip() + " --key lin --yes");
        assertThat(terminal.type("verify manifest.json --format json=after.json")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void tellsWhatMovedAndWhyAndEndsWithThree() {
        Terminal.Answer answer = terminal.type("diff before.json after.json");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out())
                .startsWith("FROM CLEARED TO BLOCKED\n\nWhat changed for uses\n  cleared → blocked: 1 use: u1\n")
                .contains("    new   LC105  Lin Yue (")
                .contains("Grants that stand otherwise\n", "  log size: 4 → 5\n");
    }

    @Test
    void endsWithZeroWhenNothingIsWorse() {
        assertThat(terminal.ok("diff before.json before.json")).isEqualTo("THE SAME ANSWER: CLEARED\n");
        assertThat(terminal.ok("diff after.json before.json")).startsWith("FROM BLOCKED TO CLEARED\n");
    }

    @Test
    void writesJsonForScriptsAndFiles() throws Exception {
        Terminal.Answer answer = terminal.type("diff before.json after.json --format json -o diff.json");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("diff.json")))
                .contains("\"same\": false", "\"worse\": true", "\"rule\": \"LC105\"");
    }

    @Test
    void comparesWithoutARegistry() throws Exception {
        Files.move(directory.resolve("registry"), directory.resolve("elsewhere"));
        Terminal.Answer answer = terminal.type("diff before.json after.json");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).contains("LC105").doesNotContain("Lin Yue");
    }

    @Test
    void saysWhatIsWrong() {
        fails("diff before.json manifest.json", 2, "manifest.json: wanted a member `verdict`, found none");
        fails("diff before.json nothing.json", 1, "wanted a file");
        fails("diff before.json", 2, "missing required parameter");
        fails("diff before.json after.json --format pdf", 2, "wanted --format text or json, found `pdf`");
    }

    private void fails(String line, int code, String message) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).startsWith("consent: error: ").contains(message);
        assertThat(answer.out()).isEmpty();
    }
}
