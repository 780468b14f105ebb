package org.countenance.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

    /** Where the record with this id stands. */
    OptionalLong indexOf(String recordId);

    /** Indexes of the entries under a key, ascending. */
    List<Long> indexesOf(String key);

    /** Root of a complete subtree below the head: 2 to the {@code level} leaves, {@code index} of them before it. */
    Bytes node(int level, long index);

    /** Words for people by the hash that records name; empty when they were erased or never came. */
    Optional<Bytes> annex(String sha256);

    /** Appends a batch and moves the head, if it is still the expected one. */
    void append(Batch batch);

    /** Puts a newer signature under the same head, if it is still the expected one. */
    void replaceCheckpoint(Head expected, Bytes renewed);

    /** Erases words for people; whether there were any. */
    boolean eraseAnnex(String sha256);

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
     * What is appended at once.
     *
     * @param expected the head that it stands on
     * @param entries the new entries
     * @param nodes every complete subtree that they bring into being
     * @param annexes words for people by their hash
     * @param checkpoint the signed note of the new head
     */
    record Batch(
            Head expected,
            List<NewEntry> entries,
            List<Frontier.Node> nodes,
            Map<String, Bytes> annexes,
            Bytes checkpoint) {

        /** Keeps copies. */
        public Batch {
            entries = List.copyOf(entries);
            nodes = List.copyOf(nodes);
            annexes = Map.copyOf(annexes);
        }

        /** The head after it. */
        public Head head() {
            return new Head(expected.size() + entries.size(), checkpoint);
        }
    }
}
