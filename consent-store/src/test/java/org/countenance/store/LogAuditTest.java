package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.countenance.registry.Difference;
import org.countenance.registry.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogAuditTest {

    /** The bytes in which SQLite says what follows. */
    private static final int HEADER = 100;

    @TempDir
    private Path directory;

    private DamagedRegistry registry;

    @BeforeEach
    void makesARegistry() throws Exception {
        registry = new DamagedRegistry(directory);
    }

    @Test
    void findsAWholeRegistryWholeAndChangesNothing() throws Exception {
        LogAudit.Outcome outcome = registry.audit();
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.size()).isEqualTo(10);
        assertThat(outcome.staged()).isZero();
        assertThat(outcome.withoutWords()).isZero();
        assertThat(Files.readAllBytes(registry.file())).isEqualTo(registry.bytes());
        assertThat(registry.verdicts()).isEqualTo("CLEARED and BLOCKED");
    }

    /** On a medium that nobody writes to, or in somebody else's directory. */
    @Test
    void auditsACopyThatMayOnlyBeRead() throws Exception {
        Path copies = Files.createDirectory(directory.resolve("only read"));
        Path copy = Files.copy(registry.file(), copies.resolve("registry.db"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(copies), "whoever runs this may write everywhere");
            assertThat(registry.audit(copy).differences()).isEmpty();
        } finally {
            Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whatever row is gone: no other verdict, and the audit finds it. */
    @ParameterizedTest
    @ValueSource(strings = {"registry", "entry", "node", "subject", "page"})
    void findsEveryDeletedRow(String table) throws Exception {
        for (String row : rows(table)) {
            registry.change("DELETE FROM " + table + " WHERE " + row);
            checkFound(table + " " + row);
        }
    }

    /** What was erased and what was lost look the same; it is counted. */
    @Test
    void countsWordsThatAreGone() throws Exception {
        for (String row : rows("annex")) {
            registry.change("DELETE FROM annex WHERE " + row);
            LogAudit.Outcome outcome = registry.audit();
            assertThat(outcome.differences()).isEmpty();
            assertThat(outcome.withoutWords()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry name",
                "registry size",
                "registry checkpoint",
                "registry covered",
                "registry root",
                "registry staged",
                "entry position",
                "entry record",
                "entry bytes",
                "node level",
                "node position",
                "node hash",
                "subject key",
                "subject position",
                "page path",
                "page bytes",
                "annex sha256",
                "annex bytes"
            })
    void findsEveryChangedValue(String column) throws Exception {
        String table = column.split(" ")[0];
        String name = column.split(" ")[1];
        for (String row : rows(table)) {
            registry.write(registry.bytes());
            String whole = registry.dump();
            registry.change(
                    "PRAGMA foreign_keys = OFF",
                    "UPDATE OR REPLACE " + table + " SET " + name + " = " + another(name) + " WHERE " + row);
            assertThat(registry.dump()).as(column + " " + row).isNotEqualTo(whole);
            checkFound(column + " " + row);
        }
    }

    private static String another(String column) {
        return ("CASE typeof(?) WHEN 'integer' THEN ? + 1 WHEN 'text' THEN substr(?, 1, length(?) - 1) || 'X'"
                        + " WHEN 'null' THEN x'00'"
                        + " ELSE CAST(CASE hex(substr(?, 1, 1)) WHEN '00' THEN x'01' ELSE x'00' END || substr(?, 2) AS BLOB)"
                        + " END")
                .replace("?", column);
    }

    private void checkFound(String what) throws Exception {
        // What the question does not touch may stay as it is; another answer may not.
        assertThat(registry.verdicts())
                .as(what)
                .matches("(CLEARED|UNDETERMINED|an error) and (BLOCKED|UNDETERMINED|an error)");
        assertThat(isFound()).as(what).isTrue();
    }

    private boolean isFound() throws Exception {
        try {
            return registry.audit().differences().stream().anyMatch(each -> each.fault() == Difference.Fault.DATABASE);
        } catch (StoreException e) {
            assertThat(e.isCorruption()).as(e.getMessage()).isTrue();
            return true;
        }
    }

    private List<String> rows(String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        String key = switch (table) {
            case "registry" -> "'one=' || one";
            case "entry" -> "'position=' || position";
            case "node" -> "'level=' || level || ' AND position=' || position";
            case "subject" -> "'key=''' || key || ''' AND position=' || position";
            case "page" -> "'path=''' || path || ''''";
            default -> "'sha256=''' || sha256 || ''''";
        };
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + registry.file());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + key + " FROM " + table)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Neither that it is of another kind, nor of a newer version, nor that it cannot be used now. */
    @Test
    void callsItsOwnTablesUnderAnotherHeaderDamaged() throws Exception {
        for (int at = 0; at < HEADER; at++) {
            byte[] bytes = registry.bytes();
            bytes[at] ^= (byte) (1 << at * 5 % 8);
            registry.write(bytes);
            isFound();
        }
        for (String number : new String[] {"application_id = 7", "user_version = 1", "user_version = 99"}) {
            registry.change("PRAGMA " + number);
            assertThat(isFound()).as(number).isTrue();
            assertThatThrownBy(() -> SqliteLogStore.open(registry.file()))
                    .hasMessageContaining("a damaged file: it has the tables of one");
        }
    }

    /** Whatever tables or columns are not there: the file is damaged, whoever reads it. */
    @Test
    void callsAFileWithOtherTablesDamaged() throws Exception {
        for (String table : DamagedRegistry.TABLES) {
            registry.change("PRAGMA foreign_keys = OFF", "ALTER TABLE " + table + " RENAME TO other");
            assertThat(isFound()).as(table).isTrue();
        }
        registry.change("ALTER TABLE registry RENAME COLUMN checkpoint TO other");
        assertThat(isFound()).isTrue();
    }

    @Test
    void callsAFileOfNothingDamaged() throws Exception {
        for (int size : new int[] {0, 50, HEADER, 4096}) {
            registry.write(new byte[size]);
            assertThat(isFound()).as(size + " bytes").isTrue();
        }
    }

    /** One bit at a time: no other verdict, and whatever can be read otherwise is found. */
    @Test
    void findsEveryFlippedBit() throws Exception {
        String whole = registry.dump();
        byte[] bytes = registry.bytes();
        int step = System.getProperty("flips", "").equals("all") ? 1 : Integer.getInteger("flips", 1017);
        for (int at = 0; at < bytes.length; at += step) {
            int bit = 1 << (at * 5L % 8);
            bytes[at] ^= (byte) bit;
            registry.write(bytes);
            String what = "bit " + bit + " of byte " + at;
            assertThat(registry.verdicts())
                    .as(what)
                    .matches("(CLEARED|UNDETERMINED|an error) and (BLOCKED|UNDETERMINED|an error)");
            boolean found = isFound();
            if (!found) {
                assertThat(registry.dump()).as(what).isEqualTo(whole);
            }
            bytes[at] ^= (byte) bit;
        }
    }
}
