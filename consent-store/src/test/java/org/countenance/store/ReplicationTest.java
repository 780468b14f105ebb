package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replication;
import org.countenance.registry.ReplicationException;
import org.countenance.registry.SubjectKeys;
import org.countenance.report.VerdictJson;
import org.countenance.tlog.Entry;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.TileSource;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replica that believes nothing: what it takes, what stops it, and how it goes on (log.md, Tiles and sync). */
class ReplicationTest {

    private static final String PROHIBITION = "{'scopes':'*','against':'*','reach':'new','ground':'standing'}";

    @TempDir
    private Path directory;

    private final Kit kit = new Kit();
    private LogStore replica;

    @BeforeEach
    void makesALog() {
        kit.grant();
        kit.index();
        kit.grant();
        replica = replica("replica.db");
    }

    @AfterEach
    void closes() {
        replica.close();
    }

    private LogStore replica(String file) {
        return SqliteLogStore.create(directory.resolve(file), Kit.NAME, Bytes.EMPTY);
    }

    private Map<String, Bytes> files(Kit of) {
        return Exported.files(of, directory);
    }

    private Replication.Outcome sync(Map<String, Bytes> files) throws Exception {
        return sync(path -> Optional.ofNullable(files.get(path)));
    }

    private Replication.Outcome sync(TileSource source) throws Exception {
        return new Replication(replica, LogKeys.always(kit.verifierKeys()), source, Runnable::run)
                .run((done, all) -> assertThat(done).isBetween(1L, all));
    }

    /** Everything that the replica answers is what the log answers. */
    private void checkSame(Kit original) throws Exception {
        LogStore log = original.log();
        long size = log.head().size();
        assertThat(replica.head()).isEqualTo(log.head());
        assertThat(replica.staged()).isEmpty();
        assertThat(replica.entries(0, size)).isEqualTo(log.entries(0, size));
        assertThat(replica.coverage()).isEqualTo(log.coverage());
        for (Bytes entry : log.entries(0, size)) {
            for (String key : SubjectKeys.of(Entry.parse(entry).jws())) {
                assertThat(replica.indexesOf(key)).isEqualTo(log.indexesOf(key));
            }
        }
        assertThat(verdict(original, replica)).isEqualTo(verdict(original, log));
    }

    /** What a production that uses a likeness is told. */
    private static String verdict(Kit asking, LogStore log) throws Exception {
        // Made before any log of these tests ends, so that a manifest may speak of it.
        Request request = Request.now(asking.manifest(text -> text.replace("2026-12-1", "2026-10-1")), asking.now());
        Verdict verdict = asking.verifier("").verify(request, log);
        assertThat(verdict.uses()).isNotEmpty();
        return VerdictJson.render(verdict);
    }

    @Test
    void takesAWholeLogAndThenWhatIsNew() throws Exception {
        assertThat(sync(files(kit)).added()).isEqualTo(6);
        checkSame(kit);
        kit.at("2026-11-20").grant();
        kit.index();
        Replication.Outcome outcome = sync(files(kit));
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.faults()).isEmpty();
        checkSame(kit);
        assertThat(sync(files(kit)).added()).isZero();
    }

    @Test
    void takesANewerSignatureOfTheSameHead() throws Exception {
        sync(files(kit));
        Map<String, Bytes> old = files(kit);
        kit.at("2026-11-20").renew();
        old.put("checkpoint", kit.log().head().checkpoint());
        sync(old);
        assertThat(replica.head()).isEqualTo(kit.log().head());
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            kit.sign(RecordKind.PROHIBITION, Kit.LIN, kit.id(Kit.LIN), PROHIBITION);
        }
        kit.index();
        Map<String, Bytes> files = files(kit);
        for (int reads = 1; reads < 60; reads++) {
            int most = reads;
            int[] read = {0};
            Throwable broken = catchThrowable(() -> sync(path -> {
                if (read[0]++ == most && !path.startsWith("annex")) {
                    throw new IOException("the line is dead");
                }
                return Optional.ofNullable(files.get(path));
            }));
            if (broken != null) {
                assertThat(broken).isInstanceOf(IOException.class).hasMessage("the line is dead");
                assertThat(replica.head().size()).isZero();
            }
        }
        sync(files);
        checkSame(kit);
    }

    private void stops(ReplicationException.Kind kind, Map<String, Bytes> files, String message) {
        LogStore.Head head = replica.head();
        assertThatThrownBy(() -> sync(files))
                .isInstanceOfSatisfying(ReplicationException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(kind);
                    assertThat(fault.evidence().toString()).contains("test.example/likeness/0");
                })
                .hasMessageContaining(message);
        assertThat(replica.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000.p/6", "tile/entries/000.p/6"})
    void stopsWhereAFileIsMissingCutShortOrChanged(String path) throws Exception {
        Map<String, Bytes> files = files(kit);
        Bytes whole = files.get(path);
        assertThat(whole).as("%s", files.keySet()).isNotNull();
        files.remove(path);
        stops(ReplicationException.Kind.FILES, files, path);
        files.put(path, whole.slice(0, whole.size() - 1));
        stops(ReplicationException.Kind.FILES, files, path);
        for (int at : new int[] {0, 2, 40, whole.size() - 1}) {
            byte[] flipped = whole.toArray();
            flipped[at] ^= 1;
            files.put(path, Bytes.of(flipped));
            stops(ReplicationException.Kind.FILES, files, "wanted ");
        }
        files.put(path, whole);
        sync(files);
        checkSame(kit);
    }

    @Test
    void stopsWhereWordsAreOthersAndGoesOnWithoutThem() throws Exception {
        Map<String, Bytes> files = files(kit);
        String annex = files.keySet().stream()
                .filter(path -> path.startsWith("annex/"))
                .findFirst()
                .orElseThrow();
        Bytes words = files.put(annex, Bytes.utf8("{}"));
        stops(ReplicationException.Kind.FILES, files, annex);
        files.remove(annex);
        assertThat(sync(files).withoutWords()).isPositive();
        assertThat(Sha256.hash(words).hex()).isEqualTo(annex.substring("annex/".length()));
    }

    @Test
    void looksAgainForWordsThatWereNotThere() throws Exception {
        Map<String, Bytes> files = files(kit);
        Map<String, Bytes> wordless = new HashMap<>(files);
        wordless.keySet().removeIf(path -> path.startsWith("annex/"));
        long missing = sync(wordless).withoutWords();
        Bytes newer = replica.head().checkpoint();
        assertThat(sync(files).brought()).isZero();
        Replication.Outcome outcome = lookForWords(files);
        assertThat(outcome.brought()).isBetween(1L, missing);
        assertThat(outcome.withoutWords()).isZero();
        assertThat(replica.staged()).isEmpty();
        assertThat(replica.head().checkpoint()).isEqualTo(newer);
        checkSame(kit);
        assertThat(lookForWords(files).brought()).isZero();
    }

    private Replication.Outcome lookForWords(Map<String, Bytes> files) throws Exception {
        return new Replication(
                        replica,
                        LogKeys.always(kit.verifierKeys()),
                        path -> Optional.ofNullable(files.get(path)),
                        Runnable::run)
                .lookingForWords()
                .run((done, all) -> {});
    }

    @Test
    void stopsAtAForkOfTheSameSizeAndOfALargerOne() throws Exception {
        sync(files(kit));
        Kit other = new Kit();
        other.grant(text -> text.replace("CN", "SG"));
        other.index();
        other.grant();
        stops(ReplicationException.Kind.FORK, files(other), "seen before");
        other.grant();
        stops(ReplicationException.Kind.FORK, files(other), "seen before");
        kit.grant();
        assertThat(sync(files(kit)).added()).isEqualTo(1);
    }

    @Test
    void stopsAtARollback() throws Exception {
        Map<String, Bytes> old = files(kit);
        kit.grant();
        sync(files(kit));
        stops(ReplicationException.Kind.ROLLBACK, old, "wanted a head of at least 7 entries");
    }

    @Test
    void stopsAtAnIndexRecordWithAnotherRoot() throws Exception {
        long size = kit.log().head().size();
        kit.sign(
                RecordKind.INDEX,
                "registry",
                kit.id("registry"),
                "{'size':" + size + ",'root':'" + Base64Padded.encode(Sha256.hash(Bytes.EMPTY)) + "'}");
        stops(ReplicationException.Kind.ENTRY, files(kit), "of the subject index");
    }

    @Test
    void keepsAndReportsWhatTheOperatorShouldNotHaveTaken() throws Exception {
        Optional<Id> studio = Optional.of(kit.id(Kit.STUDIO));
        kit.force(kit.raw("nobody", "likeness-prohibition+jwt", studio, Optional.of(kit.id(Kit.LIN)), PROHIBITION));
        kit.force(kit.raw(Kit.STUDIO, "likeness-prohibition+jwt", studio, Optional.of(kit.id(Kit.LIN)), PROHIBITION));
        kit.grant();
        Replication.Outcome outcome = sync(files(kit));
        assertThat(outcome.faulty()).isEqualTo(2);
        assertThat(outcome.faults()).extracting(fault -> fault.index()).containsExactly(6L, 7L);
        assertThat(replica.head()).isEqualTo(kit.log().head());
    }

    /** Whoever starts it again is the first to be told. */
    @Test
    void reportsThemAfterAnInterruptionToo() throws Exception {
        Optional<Id> studio = Optional.of(kit.id(Kit.STUDIO));
        kit.force(kit.raw(Kit.STUDIO, "likeness-prohibition+jwt", studio, Optional.of(kit.id(Kit.LIN)), PROHIBITION));
        kit.grant();
        Map<String, Bytes> files = files(kit);
        LogStore whole = replica;
        replica = new Unfinished(whole);
        assertThatThrownBy(() -> sync(files)).isInstanceOf(Unfinished.Broken.class);
        assertThat(whole.stored()).isEqualTo(kit.log().head().size());
        replica = whole;
        Replication.Outcome outcome = sync(files);
        assertThat(outcome.faults()).extracting(fault -> fault.index()).containsExactly(6L);
        assertThat(outcome.faulty()).isEqualTo(1);
        assertThat(sync(files).faulty()).isZero();
    }

    @Test
    void stopsAtAnEntryThatIsDatedBack() throws Exception {
        kit.at("2026-10-01")
                .force(kit.raw(
                        "nobody",
                        "likeness-prohibition+jwt",
                        Optional.of(kit.id(Kit.LIN)),
                        Optional.of(kit.id(Kit.LIN)),
                        "{}"));
        kit.at("2026-11-20").renew();
        stops(ReplicationException.Kind.ENTRY, files(kit), "entry 6: wanted an instant not before 2026-11-01T");
    }

    @Test
    void stopsAtAnEntryFromTheFuture() throws Exception {
        kit.at("2026-12-01").grant();
        kit.at("2026-11-20").renew();
        stops(ReplicationException.Kind.ENTRY, files(kit), "entry 6: wanted an instant at most five minutes after");
    }

    @Test
    void takesNoOtherLogAndNoOtherKeys() throws Exception {
        Map<String, Bytes> files = files(kit);
        assertThatThrownBy(() -> new Replication(
                                replica,
                                LogKeys.always(List.of(new Kit().verifierKeys().get(1))),
                                path -> Optional.ofNullable(files.get(path))
                                        .map(bytes ->
                                                path.equals("checkpoint") ? bytes.slice(0, bytes.size() - 9) : bytes),
                                Runnable::run)
                        .run((done, all) -> {}))
                .isInstanceOf(NotVerifiedException.class);
        try (LogStore named = SqliteLogStore.create(directory.resolve("x.db"), "other.example/log", Bytes.EMPTY)) {
            assertThatThrownBy(() -> new Replication(
                                    named,
                                    LogKeys.always(kit.verifierKeys()),
                                    path -> Optional.ofNullable(files.get(path)),
                                    Runnable::run)
                            .run((done, all) -> {}))
                    .hasMessageContaining("wanted the log of other.example/log");
        }
        assertThat(Set.of(files.keySet())).isNotEmpty();
    }

    /** Entries, and an index record that covers more than the head, wait beyond it and are used by nobody. */
    @Test
    void answersByItsOldHeadWhileItIsBroughtUpToDate() throws Exception {
        kit.at("2026-12-20").renew();
        sync(files(kit));
        Request request = Request.now(kit.manifest(text -> text), kit.now());
        Verifier verifier = Verifier.trusting(TrustPolicy.parse(kit.policy("")));
        String before = VerdictJson.render(verifier.verify(request, replica));
        kit.prohibit("'*'", "'*'", "all");
        kit.index();
        Map<String, Bytes> files = files(kit);
        LogStore whole = replica;
        replica = new Unfinished(whole);
        assertThatThrownBy(() -> sync(files)).isInstanceOf(Unfinished.Broken.class);
        replica = whole;
        assertThat(replica.coverage().size()).isGreaterThan(replica.head().size());
        assertThat(VerdictJson.render(verifier.verify(request, replica))).isEqualTo(before);
        sync(files);
        assertThat(VerdictJson.render(verifier.verify(request, replica)))
                .isEqualTo(VerdictJson.render(verifier.verify(request, kit.log())))
                .isNotEqualTo(before);
    }
}
