package org.countenance.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The nodes of a space's diagrams, each held once: 0, 1 and 2 are the worths, the others have a child for each atom. */
final class Nodes {

    private static final int LEAVES = Worth.values().length;

    private final int[] widths;
    private final int budget;
    private final List<Node> inner = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();

    Nodes(int[] widths, int budget) {
        this.widths = widths;
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

    int size() {
        return inner.size();
    }

    boolean isLeaf(int id) {
        return id < LEAVES;
    }

    /** The level of a node; leaves lie below all levels. */
    int level(int id) {
        return isLeaf(id) ? Space.LEVELS : inner.get(id - LEAVES).level;
    }

    /** The child of {@code id} for one atom of {@code level}; a node that does not look at that level is its own child. */
    int child(int id, int level, int atom) {
        return level(id) == level ? inner.get(id - LEAVES).children[atom] : id;
    }

    /** The node with these children; a level that makes no difference is left out. */
    int node(int level, int[] children) {
        boolean same = true;
        for (int child : children) {
            same &= child == children[0];
        }
        if (same) {
            return children[0];
        }
        Node node = new Node(level, children);
        Integer existing = known.get(node);
        if (existing != null) {
            return existing;
        }
        if (inner.size() >= budget) {
            throw new TooComplexException(budget);
        }
        inner.add(node);
        known.put(node, inner.size() - 1 + LEAVES);
        return inner.size() - 1 + LEAVES;
    }

    /** Combines two maps point by point, in one memoised walk over pairs of nodes. */
    int combine(int a, int b, BinaryOperator<Worth> operator) {
        return combine(a, b, operator, new HashMap<>());
    }

    private int combine(int a, int b, BinaryOperator<Worth> operator, Map<Long, Integer> done) {
        if (isLeaf(a) && isLeaf(b)) {
            return operator.apply(Worth.values()[a], Worth.values()[b]).ordinal();
        }
        int shortcut = isLeaf(b) ? shortcut(a, b, operator) : isLeaf(a) ? shortcutLeft(a, b, operator) : -1;
        if (shortcut >= 0) {
            return shortcut;
        }
        long key = (long) a << Integer.SIZE | b;
        Integer known = done.get(key);
        if (known != null) {
            return known;
        }
        int level = Math.min(level(a), level(b));
        int[] children = new int[widths[level]];
        for (int i = 0; i < children.length; i++) {
            children[i] = combine(child(a, level, i), child(b, level, i), operator, done);
        }
        int result = node(level, children);
        done.put(key, result);
        return result;
    }

    /** What a constant on the right makes of every worth: the constant, or the left side unchanged; else -1. */
    private static int shortcut(int a, int b, BinaryOperator<Worth> operator) {
        Worth right = Worth.values()[b];
        return shortcut(a, worth -> operator.apply(worth, right));
    }

    private static int shortcutLeft(int a, int b, BinaryOperator<Worth> operator) {
        Worth left = Worth.values()[a];
        return shortcut(b, worth -> operator.apply(left, worth));
    }

    private static int shortcut(int other, UnaryOperator<Worth> function) {
        boolean unchanged = true;
        boolean constant = true;
        Worth first = function.apply(Worth.NO);
        for (Worth worth : Worth.values()) {
            unchanged &= function.apply(worth) == worth;
            constant &= function.apply(worth) == first;
        }
        return unchanged ? other : constant ? first.ordinal() : -1;
    }
}
