package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica of a registry that somebody else runs (log.md, Tiles and sync). */
class SyncingTest {

    private static final String SYNC =
            "sync tiles --registry replica --trust consent/trust/registry.example/likeness.json";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void exports() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.writeManifest();
        terminal.ok("log export tiles");
    }

    @Test
    void makesAReplicaThatAnswersAsTheRegistryDoesAndBringsItUpToDate() throws IOException {
        assertThat(terminal.ok(SYNC))
                .startsWith("3 new entries: registry.example/likeness/0 of 3 entries at 2026-11-24T");
        Terminal.Answer here = terminal.type("verify manifest.json --format json");
        Terminal.Answer there = terminal.type("verify manifest.json --format json --registry replica");
        String seconds = "T10:\\d\\d:\\d\\dZ";
        assertThat(there.out().replaceAll(seconds, "")).isEqualTo(here.out().replaceAll(seconds, ""));
        terminal.ok("prohibit --key lin --scope any --against delegates --reach new --yes");
        terminal.ok("log export tiles");
        assertThat(terminal.ok(SYNC)).startsWith("1 new entry: ");
        assertThat(terminal.ok("sync tiles --registry replica")).startsWith("nothing new: ");
        assertThat(terminal.ok("list --registry replica")).contains("Lin Yue");
    }

    @Test
    void keepsWhatProvesAFork() throws IOException {
        terminal.ok(SYNC);
        Files.move(directory.resolve("tiles"), directory.resolve("old"));
        copy("registry", "fork");
        terminal.ok("prohibit --key lin --scope any --against delegates --reach new --yes");
        terminal.ok("log export tiles");
        terminal.ok(SYNC);
        Files.move(directory.resolve("tiles"), directory.resolve("honest"));
        terminal.ok("prohibit --key lin --scope any --against delegates --reach all --yes --registry fork");
        terminal.ok("log export tiles --registry fork");
        Terminal.Answer fork = terminal.type(SYNC);
        assertThat(fork.code()).as(fork.screen()).isEqualTo(4);
        assertThat(fork.err()).contains("its operator signed both", "what proves it is in `");
        try (Stream<Path> files = Files.list(directory.resolve("replica"))) {
            Path evidence = files.filter(file -> file.getFileName().toString().startsWith("sync-fork-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(evidence)).contains("\"fault\": \"fork\"", "registry.example/likeness/0");
        }
        assertThat(terminal.type("verify manifest.json --registry replica").out())
                .contains("of 4 entries");
    }

    private void copy(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory
                                .resolve(to)
                                .resolve(
                                        directory.resolve(from).relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        refuses("sync nowhere --registry replica", 1, "a directory that a log was exported to");
        refuses("sync tiles", 1, "found a registry with its own keys");
        refuses(
                "sync consent --registry replica --trust consent/trust/registry.example/likeness.json",
                4,
                "`checkpoint`");
        terminal.ok(SYNC);
        refuses("prohibit --key lin --scope any --against delegates --reach new --yes --registry replica", 1, "log");
    }

    @Test
    void makesNothingWhereTheFirstCheckpointDoesNotHold() throws IOException {
        terminal.ok("init --name other.example/log --registry other");
        refuses(
                "sync tiles --registry replica --trust consent/trust/other.example/log.json",
                4,
                "wanted the log of other.example/log, found that of registry.example/likeness");
        assertThat(directory.resolve("replica")).doesNotExist();
        Path checkpoint = directory.resolve("tiles/checkpoint");
        String note = Files.readString(checkpoint);
        Files.writeString(checkpoint, note.replace("\n3\n", "\n2\n"));
        refuses(SYNC, 4, "none that verifies");
        assertThat(directory.resolve("replica")).doesNotExist();
        Files.writeString(checkpoint, note);
        assertThat(terminal.ok(SYNC)).startsWith("3 new entries: ");
    }

    private void refuses(String line, int code, String message) {
        Terminal.Answer refused = terminal.type(line);
        assertThat(refused.code()).as(refused.screen()).isEqualTo(code);
        assertThat(refused.err()).contains(message);
    }
}
