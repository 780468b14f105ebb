package org.countenance.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Bytes;

/** Makes proofs (RFC 9162 sections 2.1.3.1 and 2.1.4.1) from stored subtrees, of which it reads about two for each level. */
public final class TreeProofs {

    private final long size;
    private final TreeNodes nodes;

    /** Roots of the subtrees that the tree's end cuts short, by their first leaf: most proofs have them in common. */
    private final Map<Long, Bytes> edge = new HashMap<>();

    private TreeProofs(long size, TreeNodes nodes) {
        this.size = size;
        this.nodes = nodes;
    }

    /** Makes many proofs of one tree. */
    public static TreeProofs of(long size, TreeNodes nodes) {
        return new TreeProofs(size, nodes);
    }

    /** Root of the tree over the first {@code size} leaves. */
    public static Bytes root(long size, TreeNodes nodes) {
        if (size < 0) {
            throw new IndexOutOfBoundsException("wanted a size of at least 0, found " + size);
        }
        return size == 0 ? Merkle.EMPTY_ROOT : root(0, size, nodes);
    }

    /** The hashes that lead from a leaf to the root, the lowest first. */
    public static List<Bytes> inclusion(long index, long size, TreeNodes nodes) {
        return of(size, nodes).inclusion(index);
    }

    /** The hashes that lead from a leaf to the root, the lowest first. */
    public List<Bytes> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("wanted an index below " + size + ", found " + index);
        }
        List<Bytes> proof = new ArrayList<>();
        collectInclusion(index, 0, size, proof);
        return List.copyOf(proof);
    }

    private void collectInclusion(long index, long from, long until, List<Bytes> proof) {
        if (until - from == 1) {
            return;
        }
        long split = split(from, until);
        if (index < split) {
            collectInclusion(index, from, split, proof);
            proof.add(until == size ? rightOf(split) : root(split, until, nodes));
        } else {
            collectInclusion(index, split, until, proof);
            proof.add(root(from, split, nodes));
        }
    }

    private Bytes rightOf(long split) {
        Bytes known = edge.get(split);
        if (known == null) {
            known = root(split, size, nodes);
            edge.put(split, known);
        }
        return known;
    }

    /** The hashes that show the tree over the first {@code oldSize} leaves inside that over the first {@code newSize}. */
    public static List<Bytes> consistency(long oldSize, long newSize, TreeNodes nodes) {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new IndexOutOfBoundsException("wanted a size from 1 to " + newSize + ", found " + oldSize);
        }
        List<Bytes> proof = new ArrayList<>();
        collectConsistency(oldSize, 0, newSize, nodes, proof);
        return List.copyOf(proof);
    }

    /** The old tree itself is known to whoever asks, and is the only subtree that begins at 0 and ends with it. */
    private static void collectConsistency(long oldSize, long from, long until, TreeNodes nodes, List<Bytes> proof) {
        if (oldSize == until) {
            if (from > 0) {
                proof.add(root(from, until, nodes));
            }
            return;
        }
        long split = split(from, until);
        if (oldSize <= split) {
            collectConsistency(oldSize, from, split, nodes, proof);
            proof.add(root(split, until, nodes));
        } else {
            collectConsistency(oldSize, split, until, nodes, proof);
            proof.add(root(from, split, nodes));
        }
    }

    /** Root over the leaves of a subtree that only the tree's end may have cut short. */
    private static Bytes root(long from, long until, TreeNodes nodes) {
        if (Long.bitCount(until - from) == 1) {
            int level = Long.numberOfTrailingZeros(until - from);
            return nodes.node(level, from >>> level);
        }
        List<Bytes> edge = Frontier.nodesOf(until - from).stream()
                .map(node -> nodes.node(node.level(), (from >>> node.level()) + node.index()))
                .toList();
        return new Frontier(until - from, edge).root();
    }

    /** Where the left half ends: it holds the largest power of two below their number. */
    private static long split(long from, long until) {
        return from + Long.highestOneBit(until - from - 1);
    }
}
