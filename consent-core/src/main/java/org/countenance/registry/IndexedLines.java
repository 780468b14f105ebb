package org.countenance.registry;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.ProvenLines.Basis;
import org.countenance.registry.ProvenLines.Line;
import org.countenance.registry.ProvenLines.Placed;
import org.countenance.tlog.IndexProof;
import org.countenance.tlog.KeyFold;
import org.countenance.tlog.ProvenIndex;

/** What an index record proves of the entries before it: what a source says of keys is held against it, or was once. */
final class IndexedLines {

    private final SliceSource source;
    private final ProvenLines known;
    private final Basis basis;
    private final ProvenIndex index;

    /**
     * Lines under an index record.
     *
     * @param size where it stands
     * @param entries root of the tree over the entries before it
     * @param index the root that it names
     */
    IndexedLines(SliceSource source, ProvenLines known, long size, Bytes entries, Bytes index) {
        this.source = source;
        this.known = known;
        this.basis = new Basis(size, entries, index);
        this.index = new ProvenIndex(index);
    }

    /** A line that was proven before. */
    Optional<Line> known(String key) {
        return known.under(key, basis);
    }

    /** Holds entries that have proofs against what is proved to stand under a key; what is missing, in words. */
    Optional<String> check(String key, List<Placed> entries) {
        Optional<KeyFold> wanted = proof(key).map(this::verified);
        if (wanted.isEmpty()) {
            return Optional.of("what stands under `" + key + "` is not proved");
        }
        KeyFold fold = KeyFold.NOTHING;
        for (Placed each : entries) {
            fold = fold.then(each.index(), each.entry().leafHash());
        }
        if (fold.equals(wanted.get())) {
            known.keep(key, new Line(fold, entries), basis);
            return Optional.empty();
        }
        return Optional.of("entries under `" + key + "` before entry " + basis.size() + ": wanted "
                + wanted.get().count() + ", found "
                + (fold.count() == wanted.get().count() ? "others" : fold.count()));
    }

    /** The proof that the source has of a key. */
    Optional<IndexProof> proof(String key) {
        return source.proof(key).filter(found -> found.key().equals(key));
    }

    /** What all entries under a key fold to; empty where the source does not prove it. */
    Optional<KeyFold> fold(String key) {
        Optional<Line> before = known(key);
        return before.isPresent() ? before.map(Line::fold) : proof(key).map(this::verified);
    }

    private KeyFold verified(IndexProof proof) {
        try {
            return index.verify(proof);
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt(e.getMessage());
        }
    }
}
