package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countenance.base.Bytes;
import org.countenance.store.GoTlog;
import org.countenance.tlog.EntryBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes a log as files, and goes on publishing it. */
class ExportingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Test
    void publishesTheLogAndThenWhatIsNew() throws Exception {
        // Three annexes, one tile, one bundle, one checkpoint.
        assertThat(terminal.ok("log export public"))
                .isEqualTo("exported registry.example/likeness/0 at 3 entries to `public`: 6 new files\n");
        assertThat(directory.resolve("public/tile/0/000.p/3")).hasSize(96);
        assertThat(Files.readString(directory.resolve("public/checkpoint"))).isEqualTo(terminal.ok("log checkpoint"));
        assertThat(terminal.ok("log export public")).endsWith(": nothing new\n");
        terminal.ok("prohibit --key lin --scope any --yes");
        assertThat(terminal.ok("log export public")).endsWith(" at 4 entries to `public`: 3 new files\n");
        EntryBundle bundle = EntryBundle.parse("tile/entries/000.p/4");
        assertThat(bundle.decode(Bytes.of(Files.readAllBytes(directory.resolve("public/" + bundle.path()))))
                        .get(3)
                        .text())
                .startsWith("2026-11-24T10:");
        assertThat(terminal.ok("log export public --quiet")).isEmpty();
    }

    @Test
    void keepsTheWordsForPeopleAtHomeWhereThatIsWanted() throws Exception {
        terminal.ok("log export public");
        assertThat(directory.resolve("public/annex")).isNotEmptyDirectory();
        assertThat(terminal.ok("log export public --without-annexes"))
                .endsWith(" at 3 entries to `public`: nothing new, 3 annexes removed\n");
        assertThat(directory.resolve("public/annex")).isEmptyDirectory();
    }

    @Test
    void isReadByAnotherImplementation() throws Exception {
        GoTlog go = GoTlog.in(directory);
        terminal.ok("log export monday");
        terminal.ok("log prove @lin -o monday.tlog-proof");
        terminal.ok("prohibit --key lin --scope any --yes");
        terminal.ok("log export tuesday");
        terminal.ok("log prove @lin -o tuesday.tlog-proof");
        String trust = Files.readString(directory.resolve("consent/trust/registry.example/likeness.json"));
        String key = trust.replaceAll("(?s).*?\"vkey\": \"([^\"]+)\".*", "$1");
        GoTlog.Answer answer = go.read(directory, key, "tuesday", "monday", "monday.tlog-proof", "tuesday.tlog-proof");
        assertThat(answer.text())
                .matches("tuesday: 4 entries under .*, every tile and entry\n"
                        + "monday: the first 3 of 4 entries\n"
                        + "monday.tlog-proof: entry 1 of 3\n"
                        + "tuesday.tlog-proof: entry 1 of 4\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    void saysWhatItRepaired() throws Exception {
        terminal.ok("log export public");
        Files.delete(directory.resolve("public/tile/0/000.p/3"));
        Terminal.Answer answer = terminal.type("log export public");
        assertThat(answer.code()).isZero();
        assertThat(answer.err())
                .isEqualTo("consent: hint: `tile/0/000.p/3` was missing or damaged, and is written anew\n");
        assertThat(answer.out()).endsWith(": 2 new files\n");
    }

    @Test
    void publishesNothingOverSomethingElse() throws Exception {
        fails("log export registry", 1, "found `keys`");
        fails("log export manifest.json", 1, "wanted a directory `" + directory.resolve("manifest.json") + "`");
        fails("log export", 2, "missing required parameter");
        fails("log export public --registry nowhere", 1, "wanted a registry in");
        assertThat(directory.resolve("public")).doesNotExist();
        assertThat(directory.resolve("registry/tile")).doesNotExist();
    }

    @Test
    void endsWithFourWhereAnExportTellsAnotherStory() throws Exception {
        terminal.ok("log export public");
        Terminal other = new Terminal(Files.createDirectory(directory.resolve("elsewhere")));
        other.ok("init --name registry.example/likeness");
        Terminal.Answer answer = other.type("log export ../public");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err())
                .contains("wanted one of at most 1 entry, as the registry has, found one of 3\n")
                .contains("consent: hint: do not act on this registry");
    }

    private void fails(String line, int code, String message) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(line + "\n" + answer.err()).isEqualTo(code);
        assertThat(answer.err()).as(line).startsWith("consent: error: ").contains(message);
        assertThat(answer.out()).as(line).isEmpty();
    }
}
