package org.countenance.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final TreeProofs proofs;

    /** Subtrees by height, then by how many of that height stand before them. */
    private final Map<Integer, Map<Long, Bytes>> nodes = new HashMap<>();

    StoredSlice(LogStore store) {
        this.store = store;
        this.head = store.head();
        this.coverage = store.coverage();
        this.proofs = TreeProofs.of(head.size(), this::node);
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
        return Optional.of(proofs.inclusion(at));
    }

    /** Many proofs have most of their hashes in common, and each question to the store costs more than a hash. */
    @Override
    public Map<Long, List<Bytes>> inclusions(Collection<Long> indexes) {
        Set<Long> way = new TreeSet<>(indexes);
        for (int level = 0; !way.isEmpty() && 1L << level < head.size(); level++) {
            readBeside(way, level);
            way = way.stream().map(at -> at >>> 1).collect(Collectors.toCollection(TreeSet::new));
        }
        return SliceSource.super.inclusions(indexes);
    }

    /** Reads the complete subtrees that stand beside others of their height. */
    private void readBeside(Set<Long> way, int level) {
        Map<Long, Bytes> known = nodes.computeIfAbsent(level, any -> new HashMap<>());
        known.putAll(store.nodes(
                level,
                way.stream()
                        .map(at -> at ^ 1)
                        .filter(at -> (at + 1) << level <= head.size() && !known.containsKey(at))
                        .toList()));
    }

    private Bytes node(int level, long at) {
        return nodes.computeIfAbsent(level, any -> new HashMap<>()).computeIfAbsent(at, any -> store.node(level, at));
    }

    @Override
    public Map<String, List<Long>> under(Collection<String> keys) {
        return store.indexesOf(keys, coverage.size());
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
