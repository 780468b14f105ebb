package org.countenance.tlog;

import java.util.List;
import java.util.Objects;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of a subject index under one root. Proofs under one root share most of their way: where hashes led to the
 * root once, those of the next proof need only be the same. Every proof is accepted or refused as if it were the first.
 * Threads may share it.
 */
public final class ProvenIndex {

    private static final int LONGEST = 256;

    private final Subtree root;

    /** Nothing is proved yet but the root, which the caller trusts. */
    public ProvenIndex(Bytes root) {
        this.root = new Subtree(root);
    }

    /** A subtree that hashes to the root together with those beside it and above, and its halves where they are known. */
    private static final class Subtree {

        // INVARIANT: either both halves or none; the hash is theirs.
        private final Bytes hash;
        private @Nullable Subtree left;
        private @Nullable Subtree right;

        Subtree(Bytes hash) {
            this.hash = hash;
        }

        /** Whether this is known to stand beside the half on that side. */
        boolean isBeside(int bit, Bytes hash) {
            Subtree other = bit == 0 ? right : left;
            return other != null && other.hash.equals(hash);
        }

        Subtree half(int bit) {
            return Objects.requireNonNull(bit == 0 ? left : right);
        }

        Subtree split(int bit, Bytes way, Bytes beside) {
            Subtree half = new Subtree(way);
            left = bit == 0 ? half : new Subtree(beside);
            right = bit == 0 ? new Subtree(beside) : half;
            return half;
        }
    }

    /**
     * What is proved to stand under the key of a proof.
     *
     * @throws NotVerifiedException when the proof does not lead to the root, or says nothing about the key
     */
    public synchronized KeyFold verify(IndexProof proof) throws NotVerifiedException {
        Bytes asked = IndexLeaf.hashed(proof.key());
        List<Bytes> path = proof.path();
        if (path.size() > LONGEST
                || proof.leaf()
                        .map(found -> !sharesBits(found.key(), asked, path.size()))
                        .orElse(false)) {
            throw failure(proof, "a leaf on the key's way", "one beside it");
        }
        hold(proof, asked, proof.leaf().map(IndexLeaf::hash).orElse(IndexNode.ZEROS));
        return proof.leaf()
                .filter(found -> found.key().equals(asked))
                .map(IndexLeaf::fold)
                .orElse(KeyFold.NOTHING);
    }

    /** Goes down as far as the proof says what is known, and up to there from the leaf. */
    private void hold(IndexProof proof, Bytes asked, Bytes leaf) throws NotVerifiedException {
        List<Bytes> path = proof.path();
        Subtree here = root;
        int known = 0;
        while (known < path.size() && here.isBeside(bit(asked, known), path.get(known))) {
            here = here.half(bit(asked, known++));
        }
        Bytes[] way = new Bytes[path.size() + 1];
        way[path.size()] = leaf;
        for (int depth = path.size() - 1; depth >= known; depth--) {
            way[depth] = joined(bit(asked, depth), way[depth + 1], path.get(depth));
        }
        if (!way[known].equals(here.hash)) {
            Bytes top = way[known];
            for (int depth = known - 1; depth >= 0; depth--) {
                top = joined(bit(asked, depth), top, path.get(depth));
            }
            throw failure(proof, "the root " + root.hash.hex(), top.hex());
        }
        for (int depth = known; depth < path.size(); depth++) {
            here = here.split(bit(asked, depth), way[depth + 1], path.get(depth));
        }
    }

    private static Bytes joined(int bit, Bytes way, Bytes beside) {
        return bit == 0 ? IndexNode.Branch.hash(way, beside) : IndexNode.Branch.hash(beside, way);
    }

    private static boolean sharesBits(Bytes found, Bytes asked, int count) {
        for (int depth = 0; depth < count; depth++) {
            if (bit(found, depth) != bit(asked, depth)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(Bytes hashed, int depth) {
        return hashed.at(depth / 8) >>> (7 - depth % 8) & 1;
    }

    private static NotVerifiedException failure(IndexProof proof, String wanted, String found) {
        return new NotVerifiedException(
                "proof of key `" + proof.key() + "` (LC306)", "wanted " + wanted + ", found " + found);
    }
}
