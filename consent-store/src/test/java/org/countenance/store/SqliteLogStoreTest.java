package org.countenance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.registry.LogStore;
import org.countenance.registry.LogStoreContract;
import org.countenance.registry.LogStores;
import org.countenance.registry.StoreException;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLogStoreTest implements LogStoreContract {

    @TempDir
    private Path directory;

    @Override
    public LogStore store() {
        return SqliteLogStore.create(file(), "test.example/log", EMPTY);
    }

    private Path file() {
        return directory.resolve("registry.db");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void fill(String... words) {
        try (LogStore store = store()) {
            store.append(LogStoreContract.batch(store, words));
        }
    }

    /** Everything below the head is there and gives the root that was signed. */
    private static void checkWhole(LogStore store) {
        Frontier frontier = new Frontier();
        List<Bytes> entries = store.entries(0, store.head().size());
        entries.forEach(entry -> frontier.append(Merkle.leafHash(entry)));
        assertThat(LogStores.frontier(store).root()).isEqualTo(frontier.root());
        Bytes signed = entries.isEmpty() ? EMPTY : Bytes.utf8("signed " + frontier.root());
        assertThat(store.head().checkpoint()).isEqualTo(signed);
    }

    @Test
    void keepsEverythingWhenItIsOpenedAgain() {
        fill("a", "b");
        try (LogStore store = SqliteLogStore.open(file())) {
            assertThat(store.entries(0, 2)).containsExactly(Bytes.utf8("a"), Bytes.utf8("b"));
            checkWhole(store);
        }
    }

    @Nested
    class Faults {

        /** Fails at the write of each table in turn: nothing of the batch is visible, and the next one goes through. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE ON registry",
                    "INSERT ON entry",
                    "INSERT ON subject",
                    "INSERT ON node",
                    "INSERT ON annex"
                })
        void leavesNothingOfABatchThatFails(String write) throws SQLException {
            fill("a", "b");
            for (String when : new String[] {"BEFORE", "AFTER"}) {
                sql("CREATE TRIGGER fault " + when + " " + write + " BEGIN SELECT RAISE(ABORT, 'injected'); END");
                try (LogStore store = SqliteLogStore.open(file())) {
                    LogStore.Head head = store.head();
                    assertThatThrownBy(() -> store.append(LogStoreContract.batch(store, "c", "d")))
                            .isInstanceOf(StoreException.class);
                    assertThat(store.head()).isEqualTo(head);
                    assertThat(store.indexOf("id-c")).isEmpty();
                    assertThat(store.annex("hash-c")).isEmpty();
                    checkWhole(store);
                }
                sql("DROP TRIGGER fault");
            }
            try (LogStore store = SqliteLogStore.open(file())) {
                store.append(LogStoreContract.batch(store, "c", "d"));
                checkWhole(store);
            }
        }

        @Test
        void letsOneOfTwoWritersThrough() {
            fill("a");
            try (LogStore one = SqliteLogStore.open(file());
                    LogStore other = SqliteLogStore.open(file())) {
                LogStore.Batch late = LogStoreContract.batch(other, "late");
                one.append(LogStoreContract.batch(one, "b"));
                assertThatThrownBy(() -> other.append(late)).hasMessageContaining("another program moved it");
                other.append(LogStoreContract.batch(other, "c"));
                assertThat(one.head().size()).isEqualTo(3);
                checkWhole(one);
            }
        }

        @Test
        void saysThatTheDiskIsFullAndLosesNothing() throws SQLException {
            fill("a");
            try (LogStore store = SqliteLogStore.open(file())) {
                LogStore.Batch huge = LogStoreContract.batch(store, "b".repeat(60_000), "c".repeat(60_000));
                ((SqliteLogStore) store).limitPages(12);
                assertThatThrownBy(() -> store.append(huge)).hasMessageContaining("found the disk full");
                checkWhole(store);
                ((SqliteLogStore) store).limitPages(100_000);
                store.append(LogStoreContract.batch(store, "b"));
                checkWhole(store);
            }
        }

        @Test
        void readsWhatMayNotBeWrittenAndSaysSo() {
            fill("a");
            try (LogStore store = SqliteLogStore.open(file(), true)) {
                assertThat(store.entries(0, 1)).hasSize(1);
                assertThatThrownBy(() -> store.append(LogStoreContract.batch(store, "b")))
                        .hasMessageContaining("found it read-only");
            }
        }

        @Test
        void refusesADatabaseOfANewerVersion() throws SQLException {
            fill("a");
            sql("ALTER TABLE registry ADD COLUMN newer TEXT", "PRAGMA user_version = 99");
            assertThatThrownBy(() -> SqliteLogStore.open(file()))
                    .hasMessageContaining("found version 99")
                    .hasMessageContaining("a newer program made it");
        }

        @Test
        void refusesADatabaseOfAnotherKind() throws SQLException {
            sql("CREATE TABLE something (else_ TEXT)");
            assertThatThrownBy(() -> SqliteLogStore.open(file())).hasMessageContaining("a database of another kind");
        }

        @Test
        void refusesAFileThatIsNoDatabase() throws IOException {
            Files.writeString(
                    file(), "this is no database, however long it may be, and nothing in it is one".repeat(99));
            assertThatThrownBy(() -> SqliteLogStore.open(file())).isInstanceOf(StoreException.class);
        }

        @Test
        void neverMakesWhatItOpens() {
            assertThatThrownBy(() -> SqliteLogStore.open(file())).hasMessageContaining("found no file");
            assertThat(file()).doesNotExist();
        }

        @Test
        void neverOverwritesWhatItMakes() {
            fill("a");
            assertThatThrownBy(() -> store()).hasMessageContaining("found one");
        }

        @Test
        void callsADeletedEntryCorruption() throws SQLException {
            fill("a", "b", "c");
            sql("DELETE FROM subject", "DELETE FROM entry WHERE position = 1");
            try (LogStore store = SqliteLogStore.open(file())) {
                assertThatThrownBy(() -> store.entries(0, 3))
                        .hasMessageContaining("wanted entry 1")
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                failure -> assertThat(failure.isCorruption()).isTrue());
            }
        }
    }
}
