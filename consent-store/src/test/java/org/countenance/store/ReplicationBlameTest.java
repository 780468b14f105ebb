package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.json.JsonArray;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStores;
import org.countenance.registry.Replay;
import org.countenance.registry.Replication;
import org.countenance.registry.ReplicationException;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.TreeProofs;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a replica accuses: the operator of what the operator signed, the files of what is in them, and itself of its own damage. */
class ReplicationBlameTest {

    private static final String PROHIBITION = "{'scopes':'*','against':'*','reach':'new','ground':'standing'}";

    @TempDir
    private Path directory;

    private final Kit kit = new Kit();
    private LogStore replica;

    @BeforeEach
    void makesAReplica() {
        replica = SqliteLogStore.create(directory.resolve("replica.db"), Kit.NAME, Bytes.EMPTY);
    }

    @AfterEach
    void closesIt() {
        replica.close();
    }

    private void grow(long size) {
        while (kit.log().head().size() < size) {
            kit.sign(RecordKind.PROHIBITION, Kit.LIN, kit.id(Kit.LIN), PROHIBITION);
        }
    }

    private Map<String, Bytes> files() {
        return files(kit);
    }

    private Map<String, Bytes> files(Kit of) {
        return Exported.files(of, directory);
    }

    private Replication.Outcome sync(Map<String, Bytes> files) throws Exception {
        return sync(path -> Optional.ofNullable(files.get(path)));
    }

    private Replication.Outcome sync(TileSource source) throws Exception {
        return new Replication(replica, TrustPolicy.parse(kit.policy("")).keys(), source, Runnable::run)
                .run((done, all) -> {});
    }

    private ReplicationException stops(ReplicationException.Kind kind, TileSource source, String message) {
        LogStore.Head head = replica.head();
        ReplicationException[] thrown = new ReplicationException[1];
        assertThatThrownBy(() -> sync(source))
                .isInstanceOfSatisfying(ReplicationException.class, fault -> {
                    assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
                    thrown[0] = fault;
                })
                .hasMessageContaining(message);
        assertThat(replica.head()).isEqualTo(head);
        return thrown[0];
    }

    private ReplicationException stops(ReplicationException.Kind kind, Map<String, Bytes> files, String message) {
        return stops(kind, path -> Optional.ofNullable(files.get(path)), message);
    }

    private void accusesItself(Map<String, Bytes> files) {
        assertThatThrownBy(() -> sync(files))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        fault -> assertThat(fault.isCorruption()).isTrue());
    }

    private static Bytes flipped(Bytes bytes, int at) {
        byte[] changed = bytes.toArray();
        changed[at] ^= 1;
        return Bytes.of(changed);
    }

    private void sql(String statement, Object... values) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("replica.db"));
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            assertThat(prepared.executeUpdate()).isPositive();
        }
    }

    /** The proof from the old head to the new one goes through hashes to which the new root needs not lead. */
    @ParameterizedTest
    @ValueSource(strings = {"tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/001"})
    void accusesTheFilesWhereOneByteIsAnother(String path) throws Exception {
        grow(300);
        sync(files());
        grow(600);
        Map<String, Bytes> files = files();
        Bytes whole = files.get(path);
        assertThat(whole).as("%s", files.keySet()).isNotNull();
        for (int at : new int[] {0, whole.size() / 2, whole.size() - 1}) {
            files.put(path, flipped(whole, at));
            stops(ReplicationException.Kind.FILES, files, "wanted ");
        }
        files.put(path, whole);
        assertThat(sync(files).checkpoint().size()).isEqualTo(600);
    }

    /** Also where the older of both is a whole subtree, of which the proof says nothing but the root that was signed. */
    @ParameterizedTest
    @ValueSource(ints = {256, 300})
    void accusesTheOperatorOfAForkThatItSigned(int size) throws Exception {
        grow(size);
        sync(files());
        Kit other = new Kit();
        other.grant();
        while (other.log().head().size() < 400) {
            other.sign(RecordKind.PROHIBITION, Kit.LIN, other.id(Kit.LIN), PROHIBITION);
        }
        ReplicationException fork = stops(ReplicationException.Kind.FORK, files(other), "seen before");
        assertThat(fork.evidence().toString())
                .contains(Base64Padded.encode(LogStores.frontier(kit.log()).root()))
                .contains(Base64Padded.encode(LogStores.frontier(other.log()).root()))
                .contains(Base64Padded.encode(TreeProofs.root(size, other.log()::node)));
        kit.grant();
        assertThat(sync(files()).added()).isEqualTo(1);
    }

    @Test
    void accusesItselfOfAHeadThatNobodySigned() throws Exception {
        grow(20);
        sync(files());
        Bytes note = replica.head().checkpoint();
        sql(
                "UPDATE registry SET checkpoint = ?",
                note.text().replace("\n20\n", "\n40\n").getBytes(StandardCharsets.UTF_8));
        grow(30);
        Map<String, Bytes> files = files();
        accusesItself(files);
        sql("UPDATE registry SET checkpoint = ?", note.toArray());
        assertThat(sync(files).added()).isEqualTo(10);
    }

    @Test
    void accusesItselfOfATreeThatIsNotTheOneUnderItsHead() throws Exception {
        grow(20);
        sync(files());
        Bytes node = replica.node(4, 0);
        sql("UPDATE node SET hash = ? WHERE level = 4", flipped(node, 0).toArray());
        grow(30);
        Map<String, Bytes> files = files();
        accusesItself(files);
        sql("UPDATE node SET hash = ? WHERE level = 4", node.toArray());
        assertThat(sync(files).added()).isEqualTo(10);
    }

    /** Earlier than the head that it came after, though not earlier than the entry before it. */
    @Test
    void accusesTheOperatorOfAnEntryDatedBeforeAHeadThatWasSeen() throws Exception {
        kit.at("2026-11-20").renew();
        sync(files());
        kit.at("2026-11-10").grant();
        kit.at("2026-11-21").renew();
        ReplicationException fault = stops(ReplicationException.Kind.ENTRY, files(), "2026-11-19T23:55:00Z");
        assertThat(((JsonArray) fault.evidence().get("heads").orElseThrow()).elements())
                .hasSize(2);
    }

    @Test
    void toleratesFiveMinutesBeforeAHeadThatWasSeen() throws Exception {
        kit.at("2026-11-20").renew();
        sync(files());
        kit.at("2026-11-19T23:56:00Z").grant();
        kit.at("2026-11-21").renew();
        assertThat(sync(files()).added()).isEqualTo(1);
    }

    @Test
    void stopsAtAnEntryThatDoesNotRead() throws Exception {
        sync(files());
        LogStore log = kit.log();
        Bytes junk = Bytes.utf8("junk");
        Frontier frontier = LogStores.frontier(log);
        frontier.append(Merkle.leafHash(junk));
        log.append(new LogStore.Batch(
                log.head(),
                List.of(new LogStore.NewEntry(junk, "junk", Set.of())),
                frontier.completed(),
                Map.of(),
                kit.checkpoint(4, frontier.root(), kit.now())));
        stops(ReplicationException.Kind.ENTRY, files(), "entry 3: ");
    }

    @Test
    void reportsARecordThatStandsTwice() throws Exception {
        kit.grant();
        kit.force(LogStores.entry(kit.log(), 3).jws());
        assertThat(sync(files()).faults()).extracting(Replay.Fault::index).containsExactly(4L);
        kit.force(LogStores.entry(kit.log(), 3).jws());
        Replication.Outcome outcome = sync(files());
        assertThat(outcome.faults())
                .extracting(Replay.Fault::why)
                .containsExactly("the same record stands in the log already");
    }

    /** Between the first time that a file is read, to be hashed, and the second. */
    private void stopsWhereItChanges(String path, Map<String, Bytes> files) {
        Bytes whole = files.get(path);
        int[] reads = {0};
        stops(
                ReplicationException.Kind.FILES,
                asked -> Optional.ofNullable(files.get(asked))
                        .map(file -> asked.equals(path) && reads[0]++ == 1 ? flipped(whole, 40) : file),
                "as it was before, found it changed");
    }

    @Test
    void stopsWhereTheFilesChangeWhileTheyAreRead() throws Exception {
        kit.grant();
        Map<String, Bytes> files = files();
        stopsWhereItChanges("tile/entries/000.p/4", files);
        assertThat(sync(files).added()).isEqualTo(4);
    }

    @Test
    void keepsWhatCameBeforeAFileThatChanged() throws Exception {
        grow(1_030);
        Map<String, Bytes> files = files();
        stopsWhereItChanges("tile/entries/004.p/6", files);
        assertThat(replica.stored()).isEqualTo(1_024);
        assertThat(sync(files).added()).isEqualTo(6);
    }

    @Test
    void stopsWhereThereIsNoCheckpoint() throws Exception {
        Map<String, Bytes> files = files();
        Bytes note = files.remove("checkpoint");
        stops(ReplicationException.Kind.FILES, files, "wanted `checkpoint`, found none");
        files.put("checkpoint", note);
        sync(files);
    }

    /** What was staged towards a head that the log then contradicts proves the fork, though the replica never had that head. */
    @Test
    void holdsTheLogToAHeadThatItHadNotReached() throws Exception {
        grow(1_100);
        Map<String, Bytes> files = files();
        int[] bundles = {0};
        assertThatThrownBy(() -> sync(path -> {
                    if (path.startsWith("tile/entries/") && bundles[0]++ == 9) {
                        throw new IOException("the line is dead");
                    }
                    return Optional.ofNullable(files.get(path));
                }))
                .hasMessage("the line is dead");
        assertThat(replica.stored()).isEqualTo(1_024);
        assertThat(replica.head().size()).isZero();
        Bytes other = kit.checkpoint(1_100, Merkle.leafHash(Bytes.EMPTY), kit.now());
        stops(ReplicationException.Kind.FORK, Map.of("checkpoint", other), "seen before");
        assertThat(sync(files).checkpoint().size()).isEqualTo(1_100);
        assertThat(replica.staged()).isEmpty();
        assertThat(replica.entries(0, 1_100)).isEqualTo(kit.log().entries(0, 1_100));
    }

    @Test
    void takesALogWithoutEntries() throws Exception {
        Map<String, Bytes> files =
                Map.of("checkpoint", kit.checkpoint(0, Merkle.EMPTY_ROOT, Instant.parse("2026-10-31T00:00:00Z")));
        assertThat(sync(files).checkpoint().size()).isZero();
        assertThat(sync(files).added()).isZero();
        assertThat(sync(files()).added()).isEqualTo(3);
    }
}
