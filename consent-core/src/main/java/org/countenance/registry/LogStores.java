package org.countenance.registry;

import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;

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
            public Entry entry(long index) {
                try {
                    return Entry.parse(store.entries(index, index + 1).get(0));
                } catch (MalformedException e) {
                    throw StoreException.corrupt(
                            "wanted a readable entry " + index + ", found another: " + e.getMessage());
                }
            }

            @Override
            public List<Long> indexesOf(String key) {
                return store.indexesOf(key);
            }
        };
    }

    /** The right edge of the tree, from the nodes that the store keeps. */
    public static Frontier frontier(LogStore store) {
        long size = store.head().size();
        List<Bytes> edge = Frontier.nodesOf(size).stream()
                .map(node -> store.node(node.level(), node.index()))
                .toList();
        return new Frontier(size, edge);
    }
}
