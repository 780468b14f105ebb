package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Bytes;

/** The tree and its proofs as RFC 9162 defines them, slow and without a thought of its own: what the fast code must equal. */
final class TreeDefinition {

    private TreeDefinition() {}

    /** MTH of section 2.1.1. */
    static Bytes root(List<Bytes> leaves) {
        if (leaves.isEmpty()) {
            return Merkle.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = k(leaves.size());
        return Merkle.nodeHash(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PATH of section 2.1.3.1. */
    static List<Bytes> inclusion(int m, List<Bytes> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? and(inclusion(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : and(inclusion(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    /** PROOF of section 2.1.4.1. */
    static List<Bytes> consistency(int m, List<Bytes> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Bytes> subproof(int m, List<Bytes> leaves, boolean b) {
        int n = leaves.size();
        if (m == n) {
            return b ? List.of() : List.of(root(leaves));
        }
        int k = k(n);
        return m <= k
                ? and(subproof(m, leaves.subList(0, k), b), root(leaves.subList(k, n)))
                : and(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    /** The largest power of two smaller than {@code n}. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Bytes> and(List<Bytes> proof, Bytes hash) {
        List<Bytes> longer = new ArrayList<>(proof);
        longer.add(hash);
        return longer;
    }
}
