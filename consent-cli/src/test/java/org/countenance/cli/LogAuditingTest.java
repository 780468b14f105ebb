package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audits a registry, whole and damaged. */
class LogAuditingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("registry/registry.db"));
                Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    @Test
    void findsItWhole() {
        assertThat(terminal.ok("log audit"))
                .isEqualTo("whole: registry.example/likeness/0 at 3 entries, and every table is what they make it\n");
        assertThat(terminal.ok("log audit --quiet")).isEmpty();
        assertThat(terminal.ok("log audit --format json"))
                .contains("\"audit\": 1,", "\"outcome\": \"whole\",", "\"size\": 3", "\"differences\": []");
    }

    @Test
    void namesWhatIsDamagedAndWhatToDo() throws Exception {
        sql("DELETE FROM node WHERE level = 0 AND position = 1");
        Terminal.Answer answer = terminal.type("log audit");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.out())
                .startsWith(
                        "not whole: registry.example/likeness/0 at 3 entries\n  the database's fault: wanted tree node 0/1 in `");
        assertThat(answer.err()).contains("consent: hint: ", "`consent sync`");
        assertThat(terminal.type("log audit --format json").out())
                .contains("\"outcome\": \"damaged\"", "\"fault\": \"database\"");
        sql("DELETE FROM subject");
        sql("DELETE FROM entry WHERE position = 1");
        Terminal.Answer verified = terminal.type("verify manifest.json");
        assertThat(verified.code()).isEqualTo(4);
        assertThat(verified.err())
                .contains("wanted entry 1 of the log", "consent: hint: `consent log audit` says what is damaged");
    }

    @Test
    void countsErasedWords() throws Exception {
        sql("DELETE FROM annex");
        assertThat(terminal.ok("log audit"))
                .endsWith("not here: 3 annexes that records name, erased or never brought\n");
    }

    @Test
    void endsWithFourWhereNothingOfTheFileIsLeft() throws Exception {
        Files.writeString(directory.resolve("registry/registry.db"), "nothing that anybody can read ".repeat(1000));
        Terminal.Answer answer = terminal.type("log audit");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err())
                .contains(
                        "registry.db`, found a damaged file\nconsent: hint: keep the file, and make a whole registry");
    }

    /** One file, one answer, whatever is asked of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log audit",
                "log checkpoint",
                "log prove @lin",
                "log export files",
                "list",
                "show @lin",
                "watch @lin",
                "impact @lin",
                "verify manifest.json",
                "prohibit --key lin --scope any --against delegates --reach new --yes"
            })
    void endsWithFourWhicheverCommandReadsADamagedFile(String command) throws Exception {
        Path file = directory.resolve("registry/registry.db");
        byte[] whole = Files.readAllBytes(file);
        for (int[] damage : new int[][] {{0, 100}, {44, 48}, {60, 64}, {68, 72}, {100, 4096}, {4096, 8192}, {0, 0}}) {
            byte[] bytes = whole.clone();
            Arrays.fill(bytes, damage[0], damage[1], (byte) 0x5a);
            Files.write(file, damage[1] == 0 ? new byte[0] : bytes);
            Terminal.Answer answer = terminal.type(command);
            assertThat(answer.code()).as(command + " at " + damage[0]).isEqualTo(4);
            assertThat(answer.err()).contains("registry.db`, found a ", "consent: hint: ", "`consent sync`");
        }
        Files.write(file, whole);
        sql("UPDATE registry SET checkpoint = x'ff'");
        // Those who do not ask for the head answer without it.
        assertThat(terminal.type(command).code())
                .as(command + " with a head that does not read")
                .isIn(0, 4);
    }

    @Test
    void believesTheTrustPolicyAndNotTheRegistry() throws Exception {
        Path trust = directory.resolve("consent/trust/registry.example/likeness.json");
        terminal.write(
                "other.json", Files.readString(trust).replace("\"registry.example/likeness\"", "\"other.example\""));
        Terminal.Answer answer = terminal.type("log audit --trust other.json");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.out())
                .contains("wanted the log of `other.example`, found that of `registry.example/likeness`");
        assertThat(terminal.type("log audit --format html").code()).isEqualTo(2);
        assertThat(terminal.type("log audit --registry nowhere").code()).isEqualTo(1);
    }
}
