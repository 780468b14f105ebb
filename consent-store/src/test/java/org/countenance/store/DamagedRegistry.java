package org.countenance.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.StoreException;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;

/**
 * A small registry with index records, of which tests damage copies: one production of its people is cleared, another blocked by
 * a withdrawal.
 */
final class DamagedRegistry {

    static final List<String> TABLES = List.of("registry", "entry", "node", "subject", "page", "annex");

    private static final String CLEARED = "P-1";
    private static final String BLOCKED = "P-2";

    private final Path file;
    private final Kit kit;
    private final Bytes whole;

    DamagedRegistry(Path directory) throws IOException {
        file = directory.resolve("registry.db");
        kit = new Kit(checkpoint -> SqliteLogStore.create(file, Kit.NAME, checkpoint));
        kit.grant();
        var second = kit.grant(grant -> grant.replace(CLEARED, BLOCKED));
        kit.index();
        kit.withdraw(second, "");
        kit.party("guild", "organisation", "");
        kit.index();
        kit.party("mei", "person", "adult");
        kit.at("2026-12-20").renew();
        kit.log().close();
        whole = Bytes.of(Files.readAllBytes(file));
    }

    Kit kit() {
        return kit;
    }

    Path file() {
        return file;
    }

    byte[] bytes() {
        return whole.toArray();
    }

    /** Puts these bytes in the file's place. */
    void write(byte[] bytes) throws IOException {
        Files.deleteIfExists(file.resolveSibling("registry.db-wal"));
        Files.deleteIfExists(file.resolveSibling("registry.db-shm"));
        Files.write(file, bytes);
    }

    /** Puts the whole file back and changes it. */
    void change(String... statements) throws IOException, SQLException {
        write(bytes());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    LogAudit.Outcome audit() throws IOException, MalformedException {
        return audit(file);
    }

    LogAudit.Outcome audit(Path file) throws IOException, MalformedException {
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        try (LogAudit audit = LogAudit.open(file)) {
            return audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), (done, all) -> {});
        }
    }

    /** What a verifier says about both productions; in words why it says nothing, where it ends with an error. */
    String verdicts() throws MalformedException {
        return verdict(CLEARED) + " and " + verdict(BLOCKED);
    }

    private String verdict(String production) throws MalformedException {
        try (LogStore log = SqliteLogStore.open(file, true)) {
            Outcome outcome = kit.verifier("")
                    .verify(Request.now(kit.manifest(text -> text.replace(CLEARED, production)), kit.now()), log)
                    .outcome();
            return outcome.name();
        } catch (NotVerifiedException | StoreException e) {
            return "an error";
        }
    }

    /** All that can be read from the file; what cannot is said so. */
    String dump() {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : List.of("PRAGMA application_id", "PRAGMA user_version", "SELECT * FROM sqlite_schema")) {
                dump(statement, each, text);
            }
            for (String table : TABLES) {
                dump(statement, "SELECT * FROM " + table, text);
            }
            dump(statement, "SELECT position FROM entry INDEXED BY entry_record ORDER BY record", text);
        } catch (SQLException e) {
            text.append("unreadable");
        }
        return text.toString();
    }

    private static void dump(Statement statement, String sql, StringBuilder text) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    text.append(value instanceof byte[] bytes ? Bytes.of(bytes).hex() : value)
                            .append('|');
                }
                text.append('\n');
            }
        }
    }
}
