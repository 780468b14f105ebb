package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Bytes;

/** The right edge of a growing tree: the roots of its complete subtrees, from the largest to the smallest. */
public final class Frontier {

    private final List<Bytes> edge = new ArrayList<>();
    private final List<Node> completed = new ArrayList<>();
    private long size;

    /**
     * A complete subtree.
     *
     * @param level its height: 2 to the {@code level} leaves
     * @param index how many of its height come before it
     * @param hash its root
     */
    public record Node(int level, long index, Bytes hash) {}

    /** The edge of an empty tree. */
    public Frontier() {}

    /** The edge of a tree of {@code size} leaves, whose complete subtrees have these roots, the largest first. */
    public Frontier(long size, List<Bytes> edge) {
        if (edge.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("wanted " + Long.bitCount(size) + " subtrees, found " + edge.size());
        }
        this.size = size;
        this.edge.addAll(edge);
    }

    /** Where the complete subtrees at the edge of a tree of {@code size} leaves stand, the largest first; without hashes. */
    public static List<Node> nodesOf(long size) {
        List<Node> nodes = new ArrayList<>();
        long before = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                nodes.add(new Node(level, before >>> level, Bytes.EMPTY));
                before += 1L << level;
            }
        }
        return nodes;
    }

    /** Adds a leaf. */
    public void append(Bytes leafHash) {
        Bytes hash = leafHash;
        completed.add(new Node(0, size, hash));
        long index = size;
        for (int level = 0; (index & 1) == 1; level++) {
            hash = Merkle.nodeHash(edge.remove(edge.size() - 1), hash);
            index >>>= 1;
            completed.add(new Node(level + 1, index, hash));
        }
        edge.add(hash);
        size++;
    }

    /** The same edge, from which {@link #completed} begins anew. */
    public Frontier next() {
        return new Frontier(size, edge);
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root of the tree. */
    public Bytes root() {
        if (edge.isEmpty()) {
            return Merkle.EMPTY_ROOT;
        }
        Bytes root = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = Merkle.nodeHash(edge.get(i), root);
        }
        return root;
    }

    /** Every complete subtree that came into being since this frontier was made, leaves among them. */
    public List<Node> completed() {
        return List.copyOf(completed);
    }
}
