package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.record.RecordKind;
import org.countenance.registry.Difference;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replication;
import org.countenance.tlog.TileSource;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose fault it is that a registry is not whole. */
class AccusingTest {

    @TempDir
    private Path directory;

    private Kit kit;

    @BeforeEach
    void makesARegistry() {
        kit = new Kit(checkpoint -> SqliteLogStore.create(directory.resolve("registry.db"), Kit.NAME, checkpoint));
        kit.grant();
        kit.index();
    }

    @AfterEach
    void closesIt() {
        kit.log().close();
    }

    private LogAudit.Outcome audit(String file) throws Exception {
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        try (LogAudit audit = LogAudit.open(directory.resolve(file))) {
            return audit.run(policy.name(), policy.keys(), ForkJoinPool.commonPool(), (done, all) -> {});
        }
    }

    private void checkAccused(LogAudit.Outcome outcome, String what) {
        assertThat(outcome.differences()).hasSize(1);
        assertThat(outcome.differences().get(0).what()).contains(what);
        assertThat(outcome.differences().get(0).fault()).isEqualTo(Difference.Fault.OPERATOR);
    }

    @Test
    void accusesTheOperatorOfAnEntryThatItShouldNotHaveTaken() throws Exception {
        kit.force(kit.hold(RecordKind.GRANT, Kit.STUDIO, Kit.LIN, Kit.GRANT));
        LogAudit.Outcome outcome = audit("registry.db");
        checkAccused(outcome, "entry 5: ");
        assertThat(outcome.faulty()).isOne();
    }

    @Test
    void accusesTheOperatorOfAWrongIndexRoot() throws Exception {
        String root = Base64Padded.encode(Bytes.of(new byte[32]));
        kit.force(kit.hold(
                RecordKind.INDEX,
                "registry",
                "registry",
                "{'size':" + kit.log().head().size() + ",'root':'" + root + "'}"));
        checkAccused(audit("registry.db"), "of the subject index, found " + root);
    }

    @Test
    void accusesTheOperatorOfAnEntryThatIsDatedBack() throws Exception {
        Kit.Held held = kit.hold(RecordKind.GRANT, Kit.LIN, Kit.LIN, Kit.GRANT);
        kit.at("2026-10-01").force(held);
        kit.at("2026-11-02").renew();
        checkAccused(audit("registry.db"), "entry 5: wanted an instant not before 2026-11-01");
    }

    @Test
    void accusesTheOperatorOfAHeadThatDoesNotFit() throws Exception {
        LogStore log = kit.log();
        log.replaceCheckpoint(log.head(), kit.checkpoint(log.head().size(), Bytes.of(new byte[32]), kit.now()));
        checkAccused(audit("registry.db"), "and a tree that fits them");
    }

    @Test
    void accusesNobodyOfAHeadThatSomebodyElseSigned() throws Exception {
        LogStore log = kit.log();
        log.replaceCheckpoint(log.head(), Bytes.utf8("nobody signed this"));
        assertThat(audit("registry.db").differences())
                .singleElement()
                .extracting(Difference::fault)
                .isEqualTo(Difference.Fault.DATABASE);
    }

    /** A replica whose replication broke off is whole as far as it goes, and damage in what it staged is found. */
    @Test
    void auditsWhatIsBeyondTheHead() throws Exception {
        LogExport.export(kit.log(), directory.resolve("monday"));
        TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
        LogStore replica = SqliteLogStore.create(
                directory.resolve("replica.db"), Kit.NAME, kit.log().head().checkpoint());
        try (replica) {
            replicate(replica, policy, new TileDirectory(directory.resolve("monday")));
            kit.party("mei", "person", "adult");
            kit.index();
            kit.party("bo", "person", "adult");
            LogExport.export(kit.log(), directory.resolve("tuesday"));
            replicate(new Unfinished(replica), policy, new TileDirectory(directory.resolve("tuesday")));
        }
        LogAudit.Outcome outcome = audit("replica.db");
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.size()).isEqualTo(5);
        assertThat(outcome.staged()).isEqualTo(3);
        for (String damage : List.of(
                "DELETE FROM subject WHERE position = 5",
                "UPDATE node SET hash = zeroblob(32) WHERE position = 6 AND level = 0",
                "UPDATE registry SET covered = 4",
                "UPDATE entry SET record = 'X' WHERE position = 7",
                "UPDATE registry SET staged = NULL")) {
            Files.copy(directory.resolve("replica.db"), directory.resolve("damaged.db"));
            try (var connection =
                            java.sql.DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("damaged.db"));
                    var statement = connection.createStatement()) {
                statement.execute(damage);
            }
            assertThat(audit("damaged.db").differences())
                    .as(damage)
                    .singleElement()
                    .extracting(Difference::fault)
                    .isEqualTo(Difference.Fault.DATABASE);
            Files.delete(directory.resolve("damaged.db"));
        }
    }

    private static void replicate(LogStore replica, TrustPolicy policy, TileSource source) throws Exception {
        try {
            new Replication(replica, policy.keys(), source, ForkJoinPool.commonPool()).run((done, all) -> {});
        } catch (Unfinished.Broken e) {
            assertThat(replica.staged()).isPresent();
        }
    }
}
