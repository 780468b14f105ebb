package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors checkpoints with a real authority, and verifies them again where no registry is. */
class TimestampingTest {

    @TempDir
    private static Path authorities;

    private static OpensslAuthority authority;

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeAll
    static void makesAnAuthority() throws Exception {
        assumeTrue(OpensslAuthority.isInstalled(), "openssl is not installed");
        authority = OpensslAuthority.in(authorities.resolve("tsa"));
    }

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
        Files.copy(authorities.resolve("tsa/root.pem"), directory.resolve("root.pem"));
    }

    @Test
    void anchorsTheNewestCheckpointAndVerifiesItYearsLaterWithoutARegistry() throws Exception {
        String asked = terminal.ok("log timestamp --request monday.tsq");
        ReportingTest.holds("timestamp", terminal.ok("log timestamp --request again.tsq --format json"));
        assertThat(asked)
                .startsWith("asked for a timestamp of registry.example/likeness/0 at 3 entries\n")
                .contains("--data-binary @monday.tsq URL -o monday.tsr\n");
        assertThat(Files.readString(directory.resolve("monday.checkpoint"))).isEqualTo(terminal.ok("log checkpoint"));
        answer("monday");
        authority.verify(directory.resolve("monday.checkpoint"), directory.resolve("monday.tsr"));
        terminal.ok("prohibit --key lin --scope any --yes");
        assertThat(terminal.ok("log timestamp --response monday.tsr --tsa root.pem --policy 1.3.6.1.4.1.99999.1"))
                .startsWith("registry.example/likeness/0 at 3 entries existed on ")
                .contains(
                        ", give or take 1s\n", "stamped by  CN=stamps\n", "its nonce came back", "its signatures hold")
                .contains("kept in     " + directory.resolve("registry/timestamps"));
        assertThat(terminal.ok("log timestamp --verify --tsa root.pem")).contains("its signatures hold");
        delete(directory.resolve("registry"));
        String json = terminal.ok("log timestamp --verify monday.tsr --tsa root.pem --format json");
        ReportingTest.holds("timestamp", json);
        assertThat(json)
                .contains(
                        "\"size\": 3", "\"request\": \"matched\"", "\"log\": \"unchecked\"", "\"accuracy\": \"PT1S\"");
        assertThat(
                        terminal.ok(
                                "log timestamp --verify monday.tsr --tsa root.pem --trust consent/trust/registry.example/likeness.json"))
                .contains("its signatures hold");
    }

    @Test
    void keepsAnAnswerOnceAndASecondOneBesideIt() throws Exception {
        terminal.ok("log timestamp --request monday.tsq");
        answer("monday");
        String first = terminal.ok("log timestamp --response monday.tsr --tsa root.pem");
        assertThat(terminal.ok("log timestamp --response monday.tsr --tsa root.pem"))
                .isEqualTo(first);
        Files.delete(directory.resolve("monday.tsr"));
        answer("monday");
        terminal.ok("log timestamp --response monday.tsr --tsa root.pem");
        try (Stream<Path> kept = Files.list(directory.resolve("registry/timestamps"))) {
            assertThat(kept).hasSize(6);
        }
        assertThat(terminal.ok("log timestamp --verify --tsa root.pem")
                        .lines()
                        .filter(line -> line.startsWith("stamped by")))
                .hasSize(2);
    }

    @Test
    void endsWithFourWhenAnAnswerBelongsToAnotherCheckpoint() throws Exception {
        terminal.ok("log timestamp --request monday.tsq");
        answer("monday");
        terminal.ok("prohibit --key lin --scope any --yes");
        terminal.ok("log timestamp --request tuesday.tsq");
        Files.copy(directory.resolve("monday.tsr"), directory.resolve("tuesday.tsr"));
        fails("--response tuesday.tsr --tsa root.pem", 4, "timestamp imprint does not hold");
        assertThat(directory.resolve("registry/timestamps")).doesNotExist();
    }

    @Test
    void endsWithFourWhenTheAuthorityIsNotPinned() throws Exception {
        terminal.ok("log timestamp --request monday.tsq");
        answer("monday");
        OpensslAuthority.in(directory.resolve("other"));
        fails("--response monday.tsr --tsa other/root.pem", 4, "timestamp path does not hold");
        fails("--verify monday.tsr --tsa root.pem --policy 1.2.3", 4, "timestamp policy does not hold: wanted 1.2.3");
    }

    @Test
    void endsWithFourWhenTheCheckpointIsOfAnotherLog() throws Exception {
        terminal.ok("log timestamp --request monday.tsq");
        answer("monday");
        Terminal other = new Terminal(Files.createDirectory(directory.resolve("elsewhere")));
        other.ok("init --name registry.example/likeness");
        assertThat(other.type("log timestamp --response " + directory.resolve("monday.tsr") + " --tsa "
                                + directory.resolve("root.pem"))
                        .code())
                .isEqualTo(4);
    }

    @Test
    void refusesWhatIsMissingUnreadableOrContradictory() throws Exception {
        terminal.ok("log timestamp --request monday.tsq");
        fails("--request monday.tsq", 1, "wanted no file");
        fails("--verify --tsa root.pem", 1, "wanted timestamps in");
        fails("--response friday.tsr --tsa root.pem", 1, "wanted the checkpoint that was stamped");
        fails("--response monday.tsr --tsa root.pem", 1, "wanted a file");
        terminal.write("monday.tsr", "<html>503</html>");
        fails("--response monday.tsr --tsa root.pem", 2, "timestamp: wanted a response or token of RFC 3161");
        fails("--response monday.tsr --tsa monday.tsr", 2, "certificates: wanted at least one certificate");
        for (String words : List.of(
                "",
                "--response monday.tsr",
                "--verify",
                "--verify --response monday.tsr --tsa root.pem",
                "--request a.tsq --tsa root.pem",
                "--request a.tsq b.tsr",
                "--request a.tsq --format pdf",
                "--response monday.tsr --tsa root.pem --policy one")) {
            fails(words, 2, "wanted ");
        }
        assertThat(directory.resolve("a.tsq")).doesNotExist();
    }

    private void answer(String day) throws Exception {
        authority.answer(directory.resolve(day + ".tsq"), directory.resolve(day + ".tsr"));
    }

    private void fails(String words, int code, String message) {
        Terminal.Answer answer = terminal.type("log timestamp " + words);
        assertThat(answer.code()).as(words + "\n" + answer.err()).isEqualTo(code);
        assertThat(answer.err()).as(words).startsWith("consent: error: ").contains(message);
        assertThat(answer.out()).as(words).isEmpty();
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
