package org.countenance.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.SignedNote;

/** What every store gives rise to: entries as a source, the right edge of its tree. */
public final class LogStores {

    private LogStores() {}

    /** The entries of a store that is one's own, found by its own index. */
    public static EntrySource source(LogStore store) {
        return new EntrySource() {
            @Override
            public long size() {
                return store.head().size();
            }

            @Override
            public Optional<Entry> entry(long index) {
                return Optional.of(LogStores.entry(store, index));
            }

            @Override
            public SortedMap<Long, Entry> under(Collection<String> keys) {
                SortedMap<Long, Entry> entries = new TreeMap<>();
                for (String key : keys) {
                    store.indexesOf(key)
                            .forEach(index -> entries.computeIfAbsent(index, at -> LogStores.entry(store, at)));
                }
                return entries;
            }
        };
    }

    /** One entry of a store that is one's own. */
    public static Entry entry(LogStore store, long index) {
        return read(index, store.entries(index, index + 1).get(0), VerifiedEntries.none());
    }

    /** The head of a store that is one's own, as {@link LogStore.Head#checkpoint} has it; who signed it is not checked. */
    public static Checkpoint checkpoint(Bytes note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (MalformedException e) {
            throw StoreException.corrupt("wanted a signed checkpoint at the head of the log, found: " + e.getMessage());
        }
    }

    /** Some entries; what was read before is not read again. */
    static SortedMap<Long, Entry> entries(LogStore store, Collection<Long> indexes, VerifiedEntries known) {
        SortedMap<Long, Entry> entries = new TreeMap<>();
        store.entriesAt(indexes).forEach((index, bytes) -> entries.put(index, read(index, bytes, known)));
        return entries;
    }

    private static Entry read(long index, Bytes bytes, VerifiedEntries known) {
        try {
            return known.read(bytes);
        } catch (MalformedException e) {
            throw StoreException.corrupt("wanted a readable entry " + index + ", found another: " + e.getMessage());
        }
    }

    /** The right edge of the tree, from the nodes that the store keeps. */
    public static Frontier frontier(LogStore store) {
        return frontier(store, store.head().size());
    }

    /** The right edge of the tree over the first {@code size} entries. */
    static Frontier frontier(LogStore store, long size) {
        List<Bytes> edge = Frontier.nodesOf(size).stream()
                .map(node -> store.node(node.level(), node.index()))
                .toList();
        return new Frontier(size, edge);
    }
}
