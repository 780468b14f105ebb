package org.countenance.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.tlog.Frontier;

/**
 * Where a log is kept. The contract, which every implementation keeps (log.md, Store contract):
 *
 * <ul>
 *   <li>{@link #append} returns after entries, tree nodes and the signed checkpoint are durable, or throws and nothing of it
 *       is visible.
 *   <li>Readers see a head whose every entry and node is readable, and are never blocked by the one writer.
 *   <li>The head moves by compare-and-swap, in the same transaction as its entries.
 *   <li>Entries beyond the head, which a replica stages, are seen by nobody who does not ask for them.
 *   <li>Opening never creates. What is absent below the head is corruption, not emptiness.
 * </ul>
 *
 * <p>Every method throws {@link StoreException}. Nothing that a store returns is trusted for being in it.
 */
public interface LogStore extends AutoCloseable {

    /** The registry's name. */
    String name();

    /** The newest signed checkpoint. */
    Head head();

    /** The bytes of the entries from {@code from} (inclusive) to {@code until} (exclusive), all below the head. */
    List<Bytes> entries(long from, long until);

    /** The bytes of these entries, all of them kept here. */
    default Map<Long, Bytes> entriesAt(Collection<Long> indexes) {
        Map<Long, Bytes> found = new TreeMap<>();
        indexes.forEach(index -> found.put(index, entries(index, index + 1).get(0)));
        return found;
    }

    /** Where the record with this id stands for the first time, if that is before {@code until}. */
    OptionalLong indexOf(String recordId, long until);

    /** Where the record with this id stands for the first time below the head. */
    default OptionalLong indexOf(String recordId) {
        return indexOf(recordId, head().size());
    }

    /** The same of many records at once, which a store may do faster; of those of them that stand there. */
    default Map<String, Long> indexesOfRecords(Collection<String> recordIds, long until) {
        Map<String, Long> found = new HashMap<>();
        recordIds.forEach(id -> indexOf(id, until).ifPresent(index -> found.put(id, index)));
        return found;
    }

    /** Indexes before {@code until} of the entries under a key, ascending. */
    List<Long> indexesOf(String key, long until);

    /** Indexes of the entries under a key below the head, ascending. */
    default List<Long> indexesOf(String key) {
        return indexesOf(key, head().size());
    }

    /** The same of many keys at once, which a store may do faster; every key is answered. */
    default Map<String, List<Long>> indexesOf(Collection<String> keys, long until) {
        Map<String, List<Long>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, indexesOf(key, until)));
        return found;
    }

    /** Root of a complete subtree below the head: 2 to the {@code level} leaves, {@code index} of them before it. */
    Bytes node(int level, long index);

    /** The same of many subtrees of one height at once, which a store may do faster. */
    default Map<Long, Bytes> nodes(int level, Collection<Long> indexes) {
        Map<Long, Bytes> found = new HashMap<>();
        indexes.forEach(index -> found.put(index, node(level, index)));
        return found;
    }

    /** Words for people by the hash that records name; empty when they were erased or never came. */
    Optional<Bytes> annex(String sha256);

    /** Hashes of what {@link #annex} answers, ascending, at most {@code most} of those after {@code after}. */
    List<String> annexes(String after, int most);

    /** What the subject index covers. */
    Coverage coverage();

    /** A page of the subject index by its path; empty when there is none. */
    Optional<Bytes> indexPage(String path);

    /** How many entries are kept: those under the head, and those that {@link #stage} put beyond it. */
    long stored();

    /** The checkpoint towards which entries were put beyond the head; empty when there are none. */
    Optional<Bytes> staged();

    /** Appends a batch and moves the head, if it is still the expected one and nothing is beyond it. */
    void append(Batch batch);

    /**
     * Keeps a batch beyond the head and everything that was staged before; the head stays, and readers see nothing of it. Durable when
     * the head moves over it; what a loss of power takes until then, it takes from the end.
     */
    void stage(Batch batch);

    /** Moves the head, if it is still the expected one, over entries that were staged, or puts a newer signature under it. */
    void advance(Head expected, Head next);

    /** Puts a newer signature under the same head, if it is still the expected one. */
    default void replaceCheckpoint(Head expected, Bytes renewed) {
        advance(expected, new Head(expected.size(), renewed));
    }

    /** Erases words for people; whether there were any. */
    boolean eraseAnnex(String sha256);

    /** From now until it is closed everything is read as it is now, whatever is appended meanwhile. */
    default Moment moment() {
        return new Moment(this, () -> {});
    }

    @Override
    void close();

    /**
     * The newest signed checkpoint.
     *
     * @param size how many entries
     * @param checkpoint the signed note
     */
    record Head(long size, Bytes checkpoint) {}

    /**
     * An entry on its way into a store.
     *
     * @param bytes the entry
     * @param recordId the id of its record
     * @param keys under which keys it will be found
     */
    record NewEntry(Bytes bytes, String recordId, Set<String> keys) {

        /** Keeps a copy. */
        public NewEntry {
            keys = Set.copyOf(keys);
        }
    }

    /**
     * What the subject index covers.
     *
     * @param size how many entries, which is also where the index record stands that names the root; 0 while there is none
     * @param root the root over them
     */
    record Coverage(long size, Bytes root) {}

    /**
     * How the subject index grows with a batch.
     *
     * @param coverage what it covers then
     * @param pages the pages that change, by path
     */
    record IndexChange(Coverage coverage, Map<String, Bytes> pages) {

        /** Keeps a copy. */
        public IndexChange {
            pages = Map.copyOf(pages);
        }
    }

    /**
     * What is appended at once.
     *
     * @param expected the head that it stands on
     * @param entries the new entries
     * @param nodes every complete subtree that they bring into being
     * @param annexes words for people by their hash
     * @param checkpoint the signed note of the new head; of a staged batch the one that it leads to
     * @param index how the subject index grows, where an index record is among the entries
     */
    record Batch(
            Head expected,
            List<NewEntry> entries,
            List<Frontier.Node> nodes,
            Map<String, Bytes> annexes,
            Bytes checkpoint,
            Optional<IndexChange> index) {

        /** Keeps copies. */
        public Batch {
            entries = List.copyOf(entries);
            nodes = List.copyOf(nodes);
            annexes = Map.copyOf(annexes);
        }

        /** A batch without an index record. */
        public Batch(
                Head expected,
                List<NewEntry> entries,
                List<Frontier.Node> nodes,
                Map<String, Bytes> annexes,
                Bytes checkpoint) {
            this(expected, entries, nodes, annexes, checkpoint, Optional.empty());
        }

        /** The head after it. */
        public Head head() {
            return new Head(expected.size() + entries.size(), checkpoint);
        }
    }
}
