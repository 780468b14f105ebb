package org.countenance.tlog;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;

/**
 * The subject index as a binary trie by the bits of hashed keys, most significant first: what stands under a key, or that
 * nothing does, can be proved under its root (log.md, Subject index). Grows; what changed is kept until somebody stores it.
 */
public final class IndexTrie {

    private final IndexPages stored;
    private final Map<String, Bytes> changed = new TreeMap<>();
    private final Map<String, IndexPage> proven = new HashMap<>();
    private final SortedMap<Bytes, UnaryOperator<KeyFold>> waiting = new TreeMap<>();

    private Bytes root;

    /**
     * Continues what is stored; every page is held against the root before it counts.
     *
     * @param root the root over what is stored
     */
    public IndexTrie(IndexPages stored, Bytes root) {
        this.stored = stored;
        this.root = root;
    }

    /** A trie without keys. */
    public static IndexTrie empty() {
        return new IndexTrie(path -> Optional.empty(), IndexNode.ZEROS);
    }

    /** Adds an entry under all keys that fit it. Entries come in log order. */
    public void add(long index, Bytes leafHash, Set<String> keys) {
        for (String key : keys) {
            waiting.merge(
                    IndexLeaf.hashed(key),
                    fold -> fold.then(index, leafHash),
                    (before, step) -> fold -> step.apply(before.apply(fold)));
        }
    }

    /**
     * The root over everything that was added.
     *
     * @throws NotVerifiedException when a stored page is another than its root says
     */
    public Bytes root() throws NotVerifiedException {
        if (!waiting.isEmpty()) {
            root = merged("", load("", root), List.copyOf(waiting.entrySet()))
                    .whole()
                    .hash();
            waiting.clear();
        }
        return root;
    }

    /** The pages that differ from those that are stored, by path; complete after {@link #root}. */
    public Map<String, Bytes> changed() {
        return Map.copyOf(changed);
    }

    /**
     * Proves what stands under a key, or that nothing does.
     *
     * @throws NotVerifiedException when a stored page is another than its root says
     */
    public IndexProof prove(String key) throws NotVerifiedException {
        Bytes hashed = IndexLeaf.hashed(key);
        String way = hashed.hex();
        List<Bytes> beside = new ArrayList<>();
        IndexNode here = proven("", root()).descend(nibble(hashed, 0), beside);
        for (int depth = 1; here instanceof IndexNode.Branch; depth++) {
            here = proven(way.substring(0, depth), here.hash()).descend(nibble(hashed, depth), beside);
        }
        return new IndexProof(
                key, here instanceof IndexLeaf leaf ? Optional.of(leaf) : Optional.empty(), List.copyOf(beside));
    }

    private IndexNode merge(String path, IndexNode here, List<Map.Entry<Bytes, UnaryOperator<KeyFold>>> steps)
            throws NotVerifiedException {
        if (here instanceof IndexNode.Branch) {
            return merged(path, load(path, here.hash()), steps).whole();
        }
        Optional<IndexLeaf> leaf = here instanceof IndexLeaf one ? Optional.of(one) : Optional.empty();
        Bytes key = steps.get(0).getKey();
        if (steps.size() == 1 && leaf.map(IndexLeaf::key).orElse(key).equals(key)) {
            KeyFold before = leaf.map(IndexLeaf::fold).orElse(KeyFold.NOTHING);
            return new IndexLeaf(key, steps.get(0).getValue().apply(before));
        }
        IndexPage page = leaf.map(one -> IndexPage.EMPTY.with(nibble(one.key(), path.length()), one))
                .orElse(IndexPage.EMPTY);
        return merged(path, page, steps).whole();
    }

    private IndexPage merged(String path, IndexPage page, List<Map.Entry<Bytes, UnaryOperator<KeyFold>>> steps)
            throws NotVerifiedException {
        IndexPage result = page;
        int from = 0;
        while (from < steps.size()) {
            int nibble = nibble(steps.get(from).getKey(), path.length());
            int until = from;
            while (until < steps.size() && nibble(steps.get(until).getKey(), path.length()) == nibble) {
                until++;
            }
            String below = path + Integer.toHexString(nibble);
            result = result.with(nibble, merge(below, result.child(nibble), steps.subList(from, until)));
            from = until;
        }
        changed.put(path, result.bytes());
        return result;
    }

    /** As {@link #load}, once: the proofs of many keys go through the same pages. */
    private IndexPage proven(String path, Bytes hash) throws NotVerifiedException {
        IndexPage known = proven.get(path);
        if (known == null || !known.whole().hash().equals(hash)) {
            known = load(path, hash);
            proven.put(path, known);
        }
        return known;
    }

    private IndexPage load(String path, Bytes hash) throws NotVerifiedException {
        Optional<Bytes> page = Optional.ofNullable(changed.get(path)).or(() -> stored.page(path));
        IndexPage read;
        try {
            read = page.map(IndexPage::parse).orElse(IndexPage.EMPTY);
        } catch (BufferUnderflowException e) {
            throw failure(path, hash, "one that is cut off");
        }
        if (!read.whole().hash().equals(hash)) {
            throw failure(path, hash, page.isPresent() ? read.whole().hash().hex() : "none");
        }
        return read;
    }

    private static NotVerifiedException failure(String path, Bytes hash, String found) {
        return new NotVerifiedException(
                "page `" + path + "` of the subject index (LC306)", "wanted " + hash.hex() + ", found " + found);
    }

    private static int nibble(Bytes hashed, int depth) {
        int pair = hashed.at(depth / 2);
        return depth % 2 == 0 ? pair >>> 4 : pair & 0xf;
    }
}
