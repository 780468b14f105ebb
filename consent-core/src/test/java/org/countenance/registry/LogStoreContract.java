package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.countenance.base.Bytes;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.KeyFold;
import org.countenance.tlog.Merkle;
import org.junit.jupiter.api.Test;

/** What every {@link LogStore} keeps to. */
public interface LogStoreContract {

    Bytes EMPTY = Bytes.utf8("an empty log, signed");

    /** A new store called {@code test.example/log} whose checkpoint is {@link #EMPTY}. */
    LogStore store();

    /** A batch of entries that say {@code words}. */
    static LogStore.Batch batch(LogStore store, String... words) {
        Frontier frontier = LogStores.frontier(store);
        List<LogStore.NewEntry> entries = java.util.Arrays.stream(words)
                .map(word -> new LogStore.NewEntry(Bytes.utf8(word), "id-" + word, Set.of("key", "key-" + word)))
                .toList();
        entries.forEach(entry -> frontier.append(Merkle.leafHash(entry.bytes())));
        Bytes checkpoint = Bytes.utf8("signed " + frontier.root());
        return new LogStore.Batch(
                store.head(),
                entries,
                frontier.completed(),
                Map.of("hash-" + words[0], Bytes.utf8("words")),
                checkpoint);
    }

    @Test
    default void startsEmpty() {
        try (LogStore store = store()) {
            assertThat(store.name()).isEqualTo("test.example/log");
            assertThat(store.head()).isEqualTo(new LogStore.Head(0, EMPTY));
            assertThat(store.entries(0, 0)).isEmpty();
            assertThat(store.indexOf("id-a")).isEmpty();
            assertThat(store.indexesOf("key")).isEmpty();
            assertThat(store.annex("hash-a")).isEmpty();
        }
    }

    @Test
    default void showsWhatWasAppendedAndMovesItsHead() {
        try (LogStore store = store()) {
            LogStore.Batch batch = batch(store, "a", "b");
            store.append(batch);
            store.append(batch(store, "c"));
            assertThat(store.head().size()).isEqualTo(3);
            assertThat(store.entries(0, 3)).containsExactly(Bytes.utf8("a"), Bytes.utf8("b"), Bytes.utf8("c"));
            assertThat(store.entries(1, 2)).containsExactly(Bytes.utf8("b"));
            assertThat(store.indexOf("id-c")).hasValue(2);
            assertThat(store.indexesOf("key")).containsExactly(0L, 1L, 2L);
            assertThat(store.indexesOf("key-b")).containsExactly(1L);
            assertThat(store.annex("hash-a")).contains(Bytes.utf8("words"));
        }
    }

    @Test
    default void keepsEveryNodeThatTheTreeGoesOnFrom() {
        try (LogStore store = store()) {
            Frontier whole = new Frontier();
            for (int i = 0; i < 20; i++) {
                String word = "entry " + i;
                whole.append(Merkle.leafHash(Bytes.utf8(word)));
                store.append(batch(store, word));
                assertThat(LogStores.frontier(store).root()).isEqualTo(whole.root());
            }
        }
    }

    @Test
    default void movesItsHeadFromTheExpectedOneAlone() {
        try (LogStore store = store()) {
            LogStore.Batch first = batch(store, "a");
            LogStore.Batch second = batch(store, "b");
            store.append(first);
            LogStore.Head head = store.head();
            assertThatThrownBy(() -> store.append(second)).isInstanceOf(StoreException.class);
            assertThat(store.head()).isEqualTo(head);
            assertThat(store.indexOf("id-b")).isEmpty();
            assertThatThrownBy(() -> store.replaceCheckpoint(second.expected(), EMPTY))
                    .isInstanceOf(StoreException.class);
            store.replaceCheckpoint(head, Bytes.utf8("signed anew"));
            assertThat(store.head()).isEqualTo(new LogStore.Head(1, Bytes.utf8("signed anew")));
        }
    }

    @Test
    default void answersManyQuestionsAtOnceAsItAnswersEach() {
        try (LogStore store = store()) {
            String[] words = IntStream.range(0, 250).mapToObj(Integer::toString).toArray(String[]::new);
            store.append(batch(store, words));
            store.append(batch(store, words));
            List<String> keys = new ArrayList<>(List.of("key", "none", "it's", "\u0000", ""));
            IntStream.range(0, 250).mapToObj(i -> "key-" + i).forEach(keys::add);
            for (long until : new long[] {0, 1, 300, 500}) {
                Map<String, List<Long>> each = new HashMap<>();
                keys.forEach(key -> each.put(key, store.indexesOf(key, until)));
                assertThat(store.indexesOf(keys, until)).isEqualTo(each);
            }
            for (int level = 0; level < 8; level++) {
                int height = level;
                List<Long> indexes = LongStream.range(0, 500 >> level).boxed().toList();
                assertThat(store.nodes(height, indexes))
                        .isEqualTo(indexes.stream()
                                .collect(Collectors.toMap(index -> index, index -> store.node(height, index))));
            }
            for (long until : new long[] {0, 1, 300, 500}) {
                List<Long> indexes = LongStream.range(0, until).boxed().toList();
                assertThat(List.copyOf(store.entriesAt(indexes).values())).isEqualTo(store.entries(0, until));
                List<String> ids = new ArrayList<>(List.of("none", "it's", ""));
                Map<String, Long> each = new HashMap<>();
                IntStream.range(0, 250).mapToObj(i -> "id-" + i).forEach(ids::add);
                ids.forEach(id -> store.indexOf(id, until).ifPresent(index -> each.put(id, index)));
                assertThat(store.indexesOfRecords(ids, until)).isEqualTo(each).hasSize((int) Math.min(until, 250));
            }
            assertThat(store.entriesAt(List.of())).isEmpty();
            assertThat(store.indexesOfRecords(List.of(), 500)).isEmpty();
            assertThatThrownBy(() -> store.entriesAt(List.of(1L, 500L))).isInstanceOf(StoreException.class);
            assertThat(store.nodes(0, List.of())).isEmpty();
            assertThat(store.indexesOf(List.of(), 500)).isEmpty();
            assertThatThrownBy(() -> store.nodes(0, List.of(1L, 500L))).isInstanceOf(StoreException.class);
        }
    }

    @Test
    default void callsWhatIsMissingBelowItsHeadCorruption() {
        try (LogStore store = store()) {
            store.append(batch(store, "a"));
            assertThatThrownBy(() -> store.entries(0, 2))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isCorruption()).isTrue());
            assertThatThrownBy(() -> store.node(5, 0))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isCorruption()).isTrue());
        }
    }

    @Test
    default void listsWordsInPages() {
        try (LogStore store = store()) {
            for (String word : List.of("b", "c", "a")) {
                store.append(batch(store, word));
            }
            assertThat(store.annexes("", 2)).containsExactly("hash-a", "hash-b");
            assertThat(store.annexes("hash-b", 2)).containsExactly("hash-c");
            assertThat(store.annexes("hash-c", 2)).isEmpty();
            store.eraseAnnex("hash-b");
            assertThat(store.annexes("", 9)).containsExactly("hash-a", "hash-c");
        }
    }

    @Test
    default void erasesWordsWithoutTouchingTheLog() {
        try (LogStore store = store()) {
            store.append(batch(store, "a"));
            assertThat(store.eraseAnnex("hash-a")).isTrue();
            assertThat(store.eraseAnnex("hash-a")).isFalse();
            assertThat(store.annex("hash-a")).isEmpty();
            assertThat(store.entries(0, 1)).containsExactly(Bytes.utf8("a"));
        }
    }

    @Test
    default void showsNobodyWhatIsStagedUntilTheHeadAdvancesOverIt() {
        try (LogStore store = store()) {
            store.append(batch(store, "a"));
            LogStore.Head head = store.head();
            LogStore.Batch next = batch(store, "b", "c");
            store.stage(next);
            assertThat(store.head()).isEqualTo(head);
            assertThat(store.indexOf("id-b")).isEmpty();
            assertThat(store.indexesOf("key")).containsExactly(0L);
            assertThat(store.stored()).isEqualTo(3);
            assertThat(store.staged()).contains(next.checkpoint());
            assertThatThrownBy(() -> store.append(next)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.advance(head, new LogStore.Head(4, EMPTY)))
                    .isInstanceOf(StoreException.class);
            store.advance(head, next.head());
            assertThat(store.head().size()).isEqualTo(3);
            assertThat(store.staged()).isEmpty();
            assertThat(store.indexesOf("key")).containsExactly(0L, 1L, 2L);
            assertThat(store.entries(1, 3)).containsExactly(Bytes.utf8("b"), Bytes.utf8("c"));
        }
    }

    @Test
    default void keepsThePagesOfTheSubjectIndexAndWhatTheyCover() {
        try (LogStore store = store()) {
            assertThat(store.coverage()).isEqualTo(new LogStore.Coverage(0, KeyFold.NOTHING.head()));
            LogStore.Coverage covered = new LogStore.Coverage(1, Merkle.EMPTY_ROOT);
            LogStore.Batch batch = batch(store, "a");
            store.append(new LogStore.Batch(
                    batch.expected(),
                    batch.entries(),
                    batch.nodes(),
                    batch.annexes(),
                    batch.checkpoint(),
                    Optional.of(new LogStore.IndexChange(covered, Map.of("", Bytes.utf8("page"))))));
            assertThat(store.coverage()).isEqualTo(covered);
            assertThat(store.indexPage("")).contains(Bytes.utf8("page"));
            assertThat(store.indexPage("0")).isEmpty();
        }
    }

    @Test
    default void keepsARecordThatStandsInTheLogTwice() {
        try (LogStore store = store()) {
            store.append(batch(store, "a"));
            store.append(batch(store, "a"));
            assertThat(store.indexOf("id-a")).hasValue(0);
            assertThat(store.entries(0, 2)).containsExactly(Bytes.utf8("a"), Bytes.utf8("a"));
        }
    }
}
