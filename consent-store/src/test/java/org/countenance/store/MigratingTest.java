package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.countenance.Kit;
import org.countenance.jws.Algorithm;
import org.countenance.registry.LogWriter;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.verify.Outcome;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of version 1, which had no subject index, is brought up to date and goes on. */
class MigratingTest {

    private static final String[] VERSION_1 = {
        "CREATE TABLE registry (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, size INTEGER NOT NULL,"
                + " checkpoint BLOB NOT NULL) STRICT",
        "CREATE TABLE entry (position INTEGER PRIMARY KEY CHECK (position >= 0), record TEXT NOT NULL UNIQUE,"
                + " bytes BLOB NOT NULL) STRICT",
        "CREATE TABLE node (level INTEGER NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),"
                + " PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID",
        "CREATE TABLE subject (key TEXT NOT NULL, position INTEGER NOT NULL REFERENCES entry (position),"
                + " PRIMARY KEY (key, position)) STRICT, WITHOUT ROWID",
        "CREATE TABLE annex (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID"
    };

    @TempDir
    private Path directory;

    private Kit kit;
    private Path old;

    @BeforeEach
    void makesADatabaseOfVersion1() throws SQLException {
        Path file = directory.resolve("registry.db");
        kit = new Kit(checkpoint -> SqliteLogStore.create(file, Kit.NAME, checkpoint));
        kit.grant();
        kit.at("2026-12-20").renew();
        kit.log().close();
        old = directory.resolve("old.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + Schema.APPLICATION);
            statement.execute("PRAGMA user_version = 1");
            statement.execute("ATTACH '" + file + "' AS newer");
            for (String each : VERSION_1) {
                statement.execute(each);
            }
            statement.execute("INSERT INTO registry SELECT one, name, size, checkpoint FROM newer.registry");
            for (String table : new String[] {"entry", "node", "subject", "annex"}) {
                statement.execute("INSERT INTO " + table + " SELECT * FROM newer." + table);
            }
        }
    }

    private LogAudit.Outcome audit() throws Exception {
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        try (LogAudit audit = LogAudit.open(old)) {
            return audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), (done, all) -> {});
        }
    }

    @Test
    void goesOnWithAnIndexRecordOverOldEntries() throws Exception {
        try (SqliteLogStore log = SqliteLogStore.open(old)) {
            assertThat(log.head().size()).isEqualTo(4);
            assertThat(audit().differences()).isEmpty();
            CheckpointSigner signer = new CheckpointSigner(
                    Kit.NAME + "/0", kit.key("log", Algorithm.ED25519), kit.key("cosignature", Algorithm.ML_DSA_44));
            LogWriter writer = new LogWriter(log, signer, () -> Optional.of(kit.key("registry", Algorithm.ED25519)));
            assertThat(writer.index(kit.now())).isTrue();
            assertThat(log.coverage().size()).isEqualTo(4);
            assertThat(audit().differences()).isEmpty();
            assertThat(kit.verifier("")
                            .verify(Request.now(kit.manifest(text -> text), kit.now()), log)
                            .outcome())
                    .isEqualTo(Outcome.CLEARED);
        }
    }

    @Test
    void isLeftAloneByWhoMayOnlyRead() {
        assertThatThrownBy(() -> SqliteLogStore.open(old, true))
                .hasMessageContaining("found version 1: any command that may write brings it up to date");
        assertThatThrownBy(() -> LogAudit.open(old)).hasMessageContaining("found version 1");
    }

    /** What breaks a migration leaves the old database as it was. */
    @Test
    void keepsTheOldDatabaseWhenItBreaksOff() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE page (path TEXT)");
        }
        assertThatThrownBy(() -> SqliteLogStore.open(old))
                .hasMessageContaining("found a damaged file: `table page already exists`");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE page");
        }
        try (SqliteLogStore log = SqliteLogStore.open(old)) {
            assertThat(log.entries(0, 4)).hasSize(4);
        }
        assertThat(audit().differences()).isEmpty();
    }
}
