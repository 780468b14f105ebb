package org.countenance.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a space's diagrams, each held once, so that two maps agree everywhere exactly when they are one node. 0, 1 and
 * 2 are the worths; every other node has a child for each atom of its level.
 */
final class Nodes {

    /** A node with more children than this counts as several, so that the budget bounds memory too. */
    private static final int USUAL_WIDTH = 32;

    private static final int LEAVES = Worth.values().length;

    private final int budget;
    private final List<Node> inner = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();
    private int spent;

    Nodes(int budget) {
        this.budget = budget;
    }

    /** A node above the leaves; no two have the same level and children. */
    private static final class Node {
        private final int level;
        private final int[] children;
        private final int hash;

        Node(int level, int[] children) {
            this.level = level;
            this.children = children;
            this.hash = 31 * Arrays.hashCode(children) + level;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && level == node.level && Arrays.equals(children, node.children);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    static boolean isLeaf(int id) {
        return id < LEAVES;
    }

    /** How much of the budget was spent. */
    int spent() {
        return spent;
    }

    /** How many nodes there are above the leaves. */
    int size() {
        return inner.size();
    }

    /** The level of a node; leaves lie below all levels. */
    int level(int id) {
        return isLeaf(id) ? Space.LEVELS : inner.get(id - LEAVES).level;
    }

    /** The child of {@code id} for one atom of {@code level}; a node that does not look at that level is its own child. */
    int child(int id, int level, int atom) {
        return level(id) == level ? inner.get(id - LEAVES).children[atom] : id;
    }

    /** The node with these children, which are the caller's no more; a level that makes no difference is left out. */
    int node(int level, int[] children) {
        if (Arrays.stream(children).allMatch(child -> child == children[0])) {
            return children[0];
        }
        Node node = new Node(level, children);
        Integer existing = known.get(node);
        if (existing != null) {
            return existing;
        }
        spend(1 + children.length / USUAL_WIDTH);
        int id = LEAVES + inner.size();
        inner.add(node);
        known.put(node, id);
        return id;
    }

    /** Combines two maps point by point, in one memoised walk over pairs of nodes. */
    int combine(int left, int right, Operation operation) {
        int result = operation.known(left, right);
        return result == Operation.UNKNOWN ? combine(left, right, operation, new HashMap<>()) : result;
    }

    private int combine(int left, int right, Operation operation, Map<Long, Integer> done) {
        int result = operation.known(left, right);
        if (result != Operation.UNKNOWN) {
            return result;
        }
        long pair = (long) left << Integer.SIZE | right;
        Integer before = done.get(pair);
        if (before != null) {
            return before;
        }
        int level = Math.min(level(left), level(right));
        int[] children = new int[width(level(left) == level ? left : right)];
        for (int i = 0; i < children.length; i++) {
            children[i] = combine(child(left, level, i), child(right, level, i), operation, done);
        }
        result = node(level, children);
        remember(done, pair, result);
        return result;
    }

    private void remember(Map<Long, Integer> done, long pair, int result) {
        if (done.size() >= budget) {
            throw new TooComplexException(budget);
        }
        done.put(pair, result);
    }

    private int width(int id) {
        return inner.get(id - LEAVES).children.length;
    }

    /** Counts work against the budget. */
    void spend(int count) {
        spent += count;
        if (spent > budget) {
            throw new TooComplexException(budget);
        }
    }
}
