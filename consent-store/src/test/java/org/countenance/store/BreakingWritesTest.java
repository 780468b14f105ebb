package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replication;
import org.countenance.registry.StoreException;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fails before and after each write of an append, of an append with an index record, of staging and of moving the head over what was
 * staged. After each the whole log is made anew from its bytes and compared, nothing of what failed is visible, and the
 * next try goes through.
 */
class BreakingWritesTest {

    @TempDir
    private Path directory;

    private Kit kit;
    private int parties;

    @BeforeEach
    void makesARegistry() {
        kit = new Kit(checkpoint -> SqliteLogStore.create(file("registry.db"), Kit.NAME, checkpoint));
        kit.grant();
        kit.index();
    }

    @AfterEach
    void closesIt() {
        kit.log().close();
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private void sql(String name, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(name));
                Statement each = connection.createStatement()) {
            each.execute("PRAGMA busy_timeout = 5000");
            each.execute(statement);
        }
    }

    private String dump(String name) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(name));
                Statement statement = connection.createStatement()) {
            for (String table : DamagedRegistry.TABLES) {
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
                    while (result.next()) {
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            Object value = result.getObject(i);
                            text.append(
                                            value instanceof byte[] bytes
                                                    ? Bytes.of(bytes).hex()
                                                    : value)
                                    .append('|');
                        }
                    }
                }
            }
        }
        return text.toString();
    }

    private LogAudit.Outcome checkWhole(String name) throws Exception {
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        try (LogAudit audit = LogAudit.open(file(name))) {
            LogAudit.Outcome outcome =
                    audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), (done, all) -> {});
            assertThat(outcome.differences()).isEmpty();
            return outcome;
        }
    }

    /** Breaks a write before and after it happens. */
    private void breaking(String name, String write, ThrowingCallable work) throws Exception {
        for (String when : new String[] {"BEFORE", "AFTER"}) {
            sql(name, "CREATE TRIGGER fault " + when + " " + write + " BEGIN SELECT RAISE(ABORT, 'injected'); END");
            assertThatThrownBy(work).as(when + " " + write).isInstanceOf(StoreException.class);
            sql(name, "DROP TRIGGER fault");
            checkWhole(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE OF size ON registry",
                "INSERT ON entry",
                "INSERT ON subject",
                "INSERT ON node",
                "INSERT ON annex"
            })
    void leavesNothingOfAnAppendThatFails(String write) throws Exception {
        String before = dump("registry.db");
        breaking("registry.db", write, () -> kit.party("mei" + parties++, "person", "adult"));
        assertThat(dump("registry.db")).isEqualTo(before);
        kit.party("bo", "person", "adult");
        assertThat(checkWhole("registry.db").size()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE OF size ON registry",
                "INSERT ON entry",
                "INSERT ON node",
                "INSERT ON page",
                "UPDATE OF covered ON registry"
            })
    void leavesNothingOfAnIndexRecordThatFails(String write) throws Exception {
        kit.party("mei", "person", "adult");
        String before = dump("registry.db");
        breaking("registry.db", write, kit::index);
        assertThat(dump("registry.db")).isEqualTo(before);
        kit.index();
        assertThat(checkWhole("registry.db").size()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE OF staged ON registry",
                "INSERT ON entry",
                "INSERT ON subject",
                "INSERT ON node",
                "INSERT ON annex",
                "INSERT ON page",
                "UPDATE OF covered ON registry",
                "UPDATE OF size ON registry"
            })
    void leavesAReplicaThatGoesOnWhereAWriteFails(String write) throws Exception {
        LogExport.export(kit.log(), directory.resolve("monday"));
        try (LogStore replica = SqliteLogStore.create(
                file("replica.db"), Kit.NAME, kit.log().head().checkpoint())) {
            replicate(replica, "monday");
            kit.party("mei", "person", "adult");
            kit.index();
            LogExport.export(kit.log(), directory.resolve("tuesday"));
            LogStore.Head before = replica.head();
            breaking("replica.db", write, () -> replicate(replica, "tuesday"));
            assertThat(replica.head()).isEqualTo(before);
            replicate(replica, "tuesday");
            assertThat(replica.head()).isEqualTo(kit.log().head());
            assertThat(replica.staged()).isEmpty();
            assertThat(checkWhole("replica.db").size()).isEqualTo(7);
        }
    }

    private void replicate(LogStore replica, String from) throws Exception {
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        new Replication(replica, policy.keys(), new TileDirectory(directory.resolve(from)), ForkJoinPool.commonPool())
                .run((done, all) -> {});
    }

    /** Two replications into one replica: one of them gets through, and what there is, is whole. */
    @Test
    void letsOneOfTwoReplicationsThrough() throws Exception {
        LogExport.export(kit.log(), directory.resolve("monday"));
        try (LogStore one = SqliteLogStore.create(
                        file("replica.db"), Kit.NAME, kit.log().head().checkpoint());
                LogStore other = SqliteLogStore.open(file("replica.db"))) {
            LogStore between = new Unfinished(other) {
                @Override
                public void stage(Batch batch) {
                    assertThatThrownBy(() -> replicate(new Unfinished(one), "monday"))
                            .isInstanceOf(Broken.class);
                    super.stage(batch);
                }
            };
            assertThatThrownBy(() -> replicate(between, "monday"))
                    .hasMessageContaining("found rows there that another program added; try again");
            assertThat(checkWhole("replica.db").staged()).isEqualTo(5);
            replicate(other, "monday");
            assertThat(checkWhole("replica.db").size()).isEqualTo(5);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndLosesNothingOfIndexAndReplica() throws Exception {
        SqliteLogStore log = (SqliteLogStore) kit.log();
        log.limitPages(30);
        assertThatThrownBy(() -> {
                    while (true) {
                        kit.party("mei" + parties++, "person", "adult");
                        kit.index();
                    }
                })
                .hasMessageContaining("found the disk full");
        long size = log.head().size();
        assertThat(checkWhole("registry.db").size()).isEqualTo(size);
        log.limitPages(100_000);
        kit.party("bo", "person", "adult");
        kit.index();
        LogExport.export(log, directory.resolve("monday"));
        try (SqliteLogStore replica =
                SqliteLogStore.create(file("replica.db"), Kit.NAME, log.head().checkpoint())) {
            replica.limitPages(14);
            assertThatThrownBy(() -> replicate(replica, "monday")).hasMessageContaining("found the disk full");
            assertThat(checkWhole("replica.db").size()).isZero();
            replica.limitPages(100_000);
            replicate(replica, "monday");
            assertThat(checkWhole("replica.db").size()).isEqualTo(log.head().size());
        }
    }
}
