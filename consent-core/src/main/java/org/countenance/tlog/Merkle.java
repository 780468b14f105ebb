package org.countenance.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;

/** The Merkle tree of RFC 9162 section 2.1. Arguments stand in the order index, size, leaf, proof, root. */
public final class Merkle {

    /** Root of a tree without leaves. */
    public static final Bytes EMPTY_ROOT = Sha256.hash(Bytes.EMPTY);

    private static final Bytes LEAF = Bytes.of((byte) 0);
    private static final Bytes NODE = Bytes.of((byte) 1);

    private Merkle() {}

    /** Hash of an entry. */
    public static Bytes leafHash(Bytes entry) {
        return Sha256.hash(LEAF, entry);
    }

    /** Hash of two subtrees. */
    public static Bytes nodeHash(Bytes left, Bytes right) {
        return Sha256.hash(NODE, left, right);
    }

    /** Root of the tree over leaf hashes. */
    public static Bytes root(List<Bytes> leaves) {
        Frontier frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /**
     * Checks that a leaf stands at an index of a tree (RFC 9162 section 2.1.3.2). Requires {@code index < size}.
     *
     * @throws NotVerifiedException when it does not
     */
    public static void verifyInclusion(long index, long size, Bytes leaf, List<Bytes> proof, Bytes root)
            throws NotVerifiedException {
        if (index < 0 || index >= size) {
            throw new NotVerifiedException("inclusion", "wanted an index below " + size + ", found " + index);
        }
        checkLength("inclusion", proofLength(index, size), proof);
        int inner = innerLength(index, size);
        checkHashes("inclusion", List.of(leaf, root));
        checkHashes("inclusion", proof);
        Bytes hash = leaf;
        for (int i = 0; i < inner; i++) {
            hash = (index >>> i & 1) == 0 ? nodeHash(hash, proof.get(i)) : nodeHash(proof.get(i), hash);
        }
        for (Bytes left : proof.subList(inner, proof.size())) {
            hash = nodeHash(left, hash);
        }
        checkRoot("inclusion", root, hash);
    }

    /**
     * Checks that a tree is the beginning of a larger one (RFC 9162 section 2.1.4.2). Requires {@code 0 < oldSize <= newSize};
     * size 0 has no proof and is handled by whoever meets it.
     *
     * @throws NotVerifiedException when it is not
     */
    public static void verifyConsistency(long oldSize, long newSize, List<Bytes> proof, Bytes oldRoot, Bytes newRoot)
            throws NotVerifiedException {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new NotVerifiedException(
                    "consistency", "wanted sizes that grow from at least 1, found " + oldSize + " and " + newSize);
        }
        checkHashes("consistency", proof);
        if (oldSize == newSize) {
            checkLength("consistency", 0, proof);
            checkRoot("consistency", newRoot, oldRoot);
            return;
        }
        int shift = Long.numberOfTrailingZeros(oldSize);
        int inner = innerLength(oldSize - 1, newSize) - shift;
        int border = Long.bitCount((oldSize - 1) >>> (inner + shift));
        boolean complete = oldSize == 1L << shift;
        checkLength("consistency", inner + border + (complete ? 0 : 1), proof);
        Bytes seed = complete ? oldRoot : proof.get(0);
        List<Bytes> rest = proof.subList(complete ? 0 : 1, proof.size());
        long mask = (oldSize - 1) >>> shift;
        checkRoot("consistency", oldRoot, oldHash(seed, rest, inner, mask));
        checkRoot("consistency", newRoot, newHash(seed, rest, inner, mask));
    }

    private static Bytes oldHash(Bytes seed, List<Bytes> proof, int inner, long mask) {
        Bytes hash = seed;
        for (int i = 0; i < inner; i++) {
            hash = (mask >>> i & 1) == 1 ? nodeHash(proof.get(i), hash) : hash;
        }
        for (Bytes left : proof.subList(inner, proof.size())) {
            hash = nodeHash(left, hash);
        }
        return hash;
    }

    private static Bytes newHash(Bytes seed, List<Bytes> proof, int inner, long mask) {
        Bytes hash = seed;
        for (int i = 0; i < inner; i++) {
            hash = (mask >>> i & 1) == 1 ? nodeHash(proof.get(i), hash) : nodeHash(hash, proof.get(i));
        }
        for (Bytes left : proof.subList(inner, proof.size())) {
            hash = nodeHash(left, hash);
        }
        return hash;
    }

    /** Of the proof of a leaf, the subtrees to its left: they are the right edge of the tree before it, the largest first. */
    public static List<Bytes> leftOf(long index, long size, List<Bytes> proof) throws NotVerifiedException {
        checkLength("inclusion", proofLength(index, size), proof);
        checkHashes("inclusion", proof);
        int inner = innerLength(index, size);
        List<Bytes> left = new ArrayList<>(proof.subList(inner, proof.size()));
        Collections.reverse(left);
        for (int level = inner - 1; level >= 0; level--) {
            if ((index >>> level & 1) == 1) {
                left.add(proof.get(level));
            }
        }
        return List.copyOf(left);
    }

    private static int proofLength(long index, long size) {
        int inner = innerLength(index, size);
        return inner + Long.bitCount(index >>> inner);
    }

    /** How many levels the paths of {@code index} and of the last leaf go apart. */
    private static int innerLength(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    private static void checkLength(String step, int wanted, List<Bytes> proof) throws NotVerifiedException {
        if (proof.size() != wanted) {
            throw new NotVerifiedException(
                    step, "wanted a proof of " + Count.of(wanted, "hash") + ", found " + proof.size());
        }
    }

    private static void checkHashes(String step, List<Bytes> hashes) throws NotVerifiedException {
        for (Bytes hash : hashes) {
            if (hash.size() != Sha256.SIZE) {
                throw new NotVerifiedException(step, "wanted hashes of 32 bytes, found another length");
            }
        }
    }

    private static void checkRoot(String step, Bytes wanted, Bytes found) throws NotVerifiedException {
        if (!wanted.equals(found)) {
            throw new NotVerifiedException(step, "wanted root " + wanted.hex() + ", found " + found.hex());
        }
    }
}
