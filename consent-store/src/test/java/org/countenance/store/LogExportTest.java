package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.registry.LogStore;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogExportTest {

    @TempDir
    private Path directory;

    private GrowingLog log;

    @BeforeEach
    void makesALog() {
        log = new GrowingLog(directory.resolve("registry.db"));
    }

    @AfterEach
    void closesIt() {
        log.close();
    }

    private Path out() {
        return directory.resolve("out");
    }

    private LogExport.Outcome export() throws IOException, NotVerifiedException {
        return LogExport.export(log.store(), out());
    }

    /** Every file there, the lock aside. */
    private SortedMap<String, Bytes> files() throws IOException {
        SortedMap<String, Bytes> files = new TreeMap<>();
        if (Files.exists(out())) {
            try (Stream<Path> all = Files.walk(out())) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(out().relativize(file).toString().replace('\\', '/'), Bytes.of(Files.readAllBytes(file)));
                }
            }
        }
        files.remove(".export-lock");
        return files;
    }

    private static List<String> paths(Stream<Tile> tiles) {
        List<String> paths = new ArrayList<>(List.of(TileSource.CHECKPOINT));
        tiles.forEach(tile -> {
            paths.add(tile.path());
            if (tile.level() == 0) {
                paths.add(EntryBundle.under(tile).path());
            }
        });
        return paths;
    }

    /** Reads what is there as somebody would who trusts nothing but the log's keys. */
    private void checkReads() throws Exception {
        TileSource source = new TileDirectory(out());
        Checkpoint checkpoint = LogKeys.always(log.signer().verifierKeys())
                .verify(source.read(TileSource.CHECKPOINT).orElseThrow())
                .checkpoint();
        Frontier frontier = new Frontier();
        for (Tile tile : Tile.of(checkpoint.size()).toList()) {
            List<Bytes> hashes = tile.decode(source.read(tile.path()).orElseThrow());
            if (tile.level() == 0) {
                EntryBundle bundle = EntryBundle.under(tile);
                List<Bytes> entries = bundle.decode(source.read(bundle.path()).orElseThrow());
                assertThat(entries.stream().map(Merkle::leafHash).toList()).isEqualTo(hashes);
                hashes.forEach(frontier::append);
            }
            assertThat(tile.leadsTo(log.store()::node, hashes)).isTrue();
        }
        assertThat(frontier.root()).isEqualTo(checkpoint.root());
        assertThat(checkpoint.size()).isEqualTo(log.store().head().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 700, 66_000})
    void writesTheFilesThatTheStandardNames(int size) throws Exception {
        log.growTo(size);
        LogExport.Outcome outcome = export();
        assertThat(files().keySet()).containsExactlyInAnyOrderElementsOf(paths(Tile.of(size)));
        assertThat(outcome.written()).isEqualTo(files().size());
        assertThat(outcome.checkpoint().size()).isEqualTo(size);
        checkReads();
    }

    @Test
    void writesNothingWhenNothingIsNew() throws Exception {
        log.growTo(300);
        export();
        SortedMap<String, Bytes> before = files();
        assertThat(export().written()).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void addsWhatIsNewAndRemovesWhatItOutgrew() throws Exception {
        log.growTo(300);
        export();
        log.growTo(500);
        assertThat(export().written()).isEqualTo(paths(Tile.between(300, 500)).size());
        assertThat(files()).containsKeys("tile/0/001.p/44", "tile/0/001.p/244", "tile/entries/001.p/44");
        checkReads();
        log.growTo(600);
        assertThat(export().written()).isEqualTo(paths(Tile.between(500, 600)).size());
        List<String> wanted = paths(Tile.of(600));
        wanted.add("tile/1/000.p/1");
        assertThat(files().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(out().resolve("tile/0/001.p")).doesNotExist();
        checkReads();
    }

    @Test
    void replacesTheCheckpointAloneWhenItWasCosignedAnew() throws Exception {
        log.growTo(3);
        export();
        log.renew(Instant.parse("2026-11-25T11:00:00Z"));
        assertThat(export().written()).isEqualTo(1);
        checkReads();
    }

    /** Asks a log for its head, and only then lets it grow and somebody else export it. */
    private LogStore overtaken() {
        return (LogStore) Proxy.newProxyInstance(
                LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(log.store(), arguments);
                    if (method.getName().equals("head") && log.store().head().size() == 3) {
                        log.growTo(5);
                        export();
                    }
                    return answer;
                });
    }

    @Test
    void isNotConfusedByAnExportThatOvertakesIt() throws Exception {
        log.growTo(3);
        LogExport.Outcome outcome = LogExport.export(overtaken(), out());
        assertThat(outcome.checkpoint().size()).isEqualTo(5);
        assertThat(outcome.written()).isZero();
        checkReads();
    }

    @Nested
    class Annexes {

        private static final String NAME = "{\"names\":[]}";

        private final String hash = Sha256.hash(Bytes.utf8(NAME)).hex();

        @Test
        void liesBesideTheTilesUntilItIsErased() throws Exception {
            log.growTo(1, NAME, "a list\n");
            assertThat(export().written()).isEqualTo(5);
            assertThat(new TileDirectory(out()).read("annex/" + hash)).contains(Bytes.utf8(NAME));
            Files.writeString(out().resolve("annex/index.html"), "somebody else's");
            Files.writeString(out().resolve("annex/" + hash + ".part"), "broken off");
            log.store().eraseAnnex(hash);
            LogExport.Outcome outcome = export();
            assertThat(outcome.erased()).isEqualTo(1);
            assertThat(outcome.written()).isZero();
            assertThat(files()).doesNotContainKeys("annex/" + hash, "annex/" + hash + ".part");
            assertThat(files()).containsKey("annex/index.html");
        }

        @Test
        void staysAtHomeWhenItIsNotWantedThere() throws Exception {
            log.growTo(1, NAME, "a list\n");
            export();
            LogExport.Outcome outcome = LogExport.exportWithoutAnnexes(log.store(), out());
            assertThat(outcome.erased()).isEqualTo(2);
            assertThat(files()).hasSize(3).doesNotContainKey("annex/" + hash);
            checkReads();
            assertThat(export().written()).isEqualTo(2);
        }

        @Test
        void isNotWrittenWhenItIsNotWhatItsHashSays() throws Exception {
            log.growTo(1, NAME);
            sql("UPDATE annex SET bytes = x'00'");
            refuses(StoreException.class, "wanted an annex with the hash " + hash + ", found another");
        }
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("registry.db"));
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private void refuses(Class<? extends Throwable> type, String message) throws IOException {
        SortedMap<String, Bytes> before = files();
        refuses(this::export, type, message);
        assertThat(files().get(TileSource.CHECKPOINT)).isEqualTo(before.get(TileSource.CHECKPOINT));
    }

    private static void refuses(ThrowingCallable export, Class<? extends Throwable> type, String message) {
        assertThatThrownBy(export).isInstanceOf(type).hasMessageContaining(message);
    }

    @Nested
    class BrokenOff {

        @Test
        void goesOnWhereItStoppedWithoutAReaderNoticing() throws Exception {
            log.growTo(300);
            export();
            log.growTo(1_000);
            Path blocked = out().resolve("tile/0/002/in-the-way");
            Files.createDirectories(blocked);
            refuses(FileSystemException.class, "002");
            assertThat(files()).containsKey("tile/0/001").doesNotContainKey("tile/0/003.p/232");
            Files.delete(blocked);
            Files.delete(blocked.getParent());
            export();
            checkReads();
            assertThat(files().keySet()).noneMatch(path -> path.endsWith(".part"));
        }

        @Test
        void trustsNothingThatItsCheckpointDoesNotCover() throws Exception {
            log.growTo(300);
            for (String path : List.of("tile/0/000", "tile/1/000.p/1", "tile/entries/000")) {
                Files.createDirectories(out().resolve(path).getParent());
                Files.write(out().resolve(path), new byte[path.endsWith("1") ? 32 : 8_192]);
            }
            assertThat(export().damaged()).isEmpty();
            checkReads();
        }

        @Test
        void makesGoodWhatIsMissingOrCutShort() throws Exception {
            log.growTo(600);
            export();
            SortedMap<String, Bytes> before = files();
            Files.write(out().resolve("tile/0/000"), new byte[8_191]);
            Files.delete(out().resolve("tile/entries/001"));
            Files.write(out().resolve("tile/1/000.p/2"), new byte[65]);
            LogExport.Outcome outcome = export();
            assertThat(outcome.damaged()).containsExactly("tile/0/000", "tile/entries/001", "tile/1/000.p/2");
            assertThat(outcome.repaired()).isEqualTo(3);
            assertThat(outcome.written()).isEqualTo(5);
            assertThat(files()).isEqualTo(before);
        }
    }

    @Nested
    class Refuses {

        private void untouched(Class<? extends Throwable> type, String message) throws IOException {
            SortedMap<String, Bytes> before = files();
            refuses(LogExportTest.this::export, type, message);
            assertThat(files()).isEqualTo(before);
        }

        @Test
        void theExportOfAnotherLog() throws Exception {
            try (GrowingLog other = new GrowingLog(directory.resolve("other.db"), "test.example/other")) {
                LogExport.export(other.growTo(3).store(), out());
            }
            log.growTo(5);
            untouched(
                    StoreException.class,
                    "wanted an export of `test.example/growing/0` in `" + out()
                            + "`, found one of `test.example/other/0`; nothing was written");
        }

        @Test
        void aForkOfTheSameLog() throws Exception {
            try (GrowingLog other = new GrowingLog(directory.resolve("other.db"))) {
                LogExport.export(other.saying("another").growTo(3).store(), out());
            }
            log.growTo(5);
            untouched(NotVerifiedException.class, "wanted the registry's root at 3 entries, found ");
        }

        @Test
        void aNewerExportOfTheSameLog() throws Exception {
            try (GrowingLog other = new GrowingLog(directory.resolve("other.db"))) {
                LogExport.export(other.growTo(5).store(), out());
            }
            log.growTo(3);
            untouched(
                    NotVerifiedException.class, "wanted one of at most 3 entries, as the registry has, found one of 5");
        }

        @Test
        void aDirectoryOfOtherThings() throws Exception {
            Files.createDirectories(out());
            Files.writeString(out().resolve("letter.txt"), "dear");
            untouched(
                    StoreException.class,
                    "wanted an empty directory, or an export of this log, in `" + out() + "`, found `letter.txt`");
            Files.move(out().resolve("letter.txt"), out().resolve("checkpoint"));
            untouched(StoreException.class, "found something else in the file `checkpoint`; nothing was written");
        }

        @Test
        void aFileInPlaceOfADirectory() throws Exception {
            Files.writeString(out(), "dear");
            refuses(LogExportTest.this::export, NotDirectoryException.class, out().toString());
            Files.delete(out());
            log.growTo(1);
            Files.createDirectories(out());
            Files.writeString(out().resolve("tile"), "dear");
            untouched(FileSystemException.class, out().resolve("tile").toString());
        }

        @Test
        void aDirectoryThatAnotherExportWritesTo() throws Exception {
            export();
            try (FileChannel other = FileChannel.open(out().resolve(".export-lock"), StandardOpenOption.WRITE)) {
                assertThat(other.tryLock()).isNotNull();
                untouched(StoreException.class, "found another program exporting there; try again");
            }
        }
    }

    @Nested
    class DamagedRegistry {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE entry SET bytes = x'00' WHERE position = 400",
                    "UPDATE node SET hash = zeroblob(32) WHERE level = 8 AND position = 1",
                    "UPDATE node SET hash = zeroblob(32) WHERE level = 9 AND position = 0",
                    "UPDATE registry SET checkpoint = x'00'",
                    "DELETE FROM entry WHERE position = 599",
                    "DELETE FROM node WHERE level = 3 AND position = 74"
                })
        void isFoundBeforeItsCheckpointIsExported(String damage) throws Exception {
            log.growTo(300);
            export();
            log.growTo(600);
            sql(damage);
            SortedMap<String, Bytes> before = files();
            assertThatThrownBy(LogExportTest.this::export)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isCorruption()).isTrue());
            assertThat(files().get(TileSource.CHECKPOINT)).isEqualTo(before.get(TileSource.CHECKPOINT));
        }
    }

    @Test
    void readsNoPathThatIsNotOneOfItsOwn() throws Exception {
        log.growTo(3);
        export();
        TileSource source = new TileDirectory(out());
        for (String path : List.of(
                "",
                ".",
                "../registry.db",
                "tile",
                "tile/0",
                "tile/0/001",
                "tile/0/../0/000",
                "annex/../checkpoint",
                "/etc/passwd",
                ".export-lock")) {
            assertThat(source.read(path)).as(path).isEmpty();
        }
        Files.createDirectories(out().resolve("tile/0/001"));
        assertThatThrownBy(() -> source.read("tile/0/001")).hasMessageContaining("no regular file");
        Files.write(out().resolve("tile/0/000.p/3"), new byte[97]);
        assertThatThrownBy(() -> source.read("tile/0/000.p/3")).hasMessageContaining("more than 96 bytes");
    }
}
