package org.countenance.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.IndexProof;
import org.countenance.tlog.IndexTrie;
import org.countenance.tlog.TreeProofs;

/** A slice of a store, as it was when this was made. */
final class StoredSlice implements SliceSource {

    private final LogStore store;
    private final LogStore.Head head;
    private final LogStore.Coverage coverage;
    private final IndexTrie index;
    private final Map<String, Bytes> nodes = new HashMap<>();

    StoredSlice(LogStore store) {
        this.store = store;
        this.head = store.head();
        this.coverage = store.coverage();
        this.index = new IndexTrie(store::indexPage, coverage.root());
    }

    @Override
    public Bytes checkpoint() {
        return head.checkpoint();
    }

    /** An index that covers more than the head belongs to entries that nobody vouches for yet. */
    @Override
    public OptionalLong indexRecord() {
        return coverage.size() > 0 && coverage.size() < head.size()
                ? OptionalLong.of(coverage.size())
                : OptionalLong.empty();
    }

    @Override
    public Map<Long, Bytes> entries(Collection<Long> indexes) {
        return store.entriesAt(indexes);
    }

    @Override
    public Optional<List<Bytes>> inclusion(long at) {
        return Optional.of(TreeProofs.inclusion(at, head.size(), this::node));
    }

    private Bytes node(int level, long at) {
        return nodes.computeIfAbsent(level + "/" + at, any -> store.node(level, at));
    }

    @Override
    public Map<String, List<Long>> under(Collection<String> keys) {
        Map<String, List<Long>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, store.indexesOf(key, coverage.size())));
        return found;
    }

    @Override
    public Optional<IndexProof> proof(String key) {
        try {
            return Optional.of(index.prove(key));
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt(e.getMessage());
        }
    }
}
