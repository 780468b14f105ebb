package org.countenance.scope;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A way to make one worth of two, as a table, with what follows when only one of the two is known. */
final class Operation {

    private static final Worth[] WORTHS = Worth.values();

    static final Operation OR = new Operation(Worth::or);
    static final Operation AND = new Operation(Worth::and);
    static final Operation MINUS = new Operation(Worth::minus);
    static final Operation INVERSE = of(Worth::inverse);

    /** The result depends on both. */
    static final int UNKNOWN = -1;

    /** The result is the other one. */
    private static final int OTHER = -2;

    private final int[][] table = new int[WORTHS.length][WORTHS.length];
    private final int[] byLeft = new int[WORTHS.length];
    private final int[] byRight = new int[WORTHS.length];
    private final boolean idempotent;

    private Operation(BinaryOperator<Worth> function) {
        boolean same = true;
        for (Worth left : WORTHS) {
            for (Worth right : WORTHS) {
                table[left.ordinal()][right.ordinal()] =
                        function.apply(left, right).ordinal();
            }
            same &= table[left.ordinal()][left.ordinal()] == left.ordinal();
        }
        idempotent = same;
        for (int i = 0; i < WORTHS.length; i++) {
            int known = i;
            byLeft[i] = effect(table[i]);
            byRight[i] = effect(Arrays.stream(table).mapToInt(row -> row[known]).toArray());
        }
    }

    /** What {@code function} makes of the first of two that are the same. */
    static Operation of(UnaryOperator<Worth> function) {
        return new Operation((worth, same) -> function.apply(worth));
    }

    /** The node that comes of two nodes, when that can be told without looking below them; else {@link #UNKNOWN}. */
    int known(int left, int right) {
        if (Nodes.isLeaf(left) && Nodes.isLeaf(right)) {
            return table[left][right];
        }
        if (Nodes.isLeaf(left)) {
            return byLeft[left] == OTHER ? right : byLeft[left];
        }
        if (Nodes.isLeaf(right)) {
            return byRight[right] == OTHER ? left : byRight[right];
        }
        return idempotent && left == right ? left : UNKNOWN;
    }

    private static int effect(int[] results) {
        if (Arrays.equals(results, new int[] {0, 1, 2})) {
            return OTHER;
        }
        return Arrays.stream(results).allMatch(each -> each == results[0]) ? results[0] : UNKNOWN;
    }
}
