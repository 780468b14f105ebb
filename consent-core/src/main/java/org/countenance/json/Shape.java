package org.countenance.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How an object is written but for the strings and numbers of its own members. Text of this shape means what the text that it was
 * taken from means, with other strings and numbers there: it is compared character by character, and only strings without
 * escapes and whole numbers stand in the gaps.
 */
final class Shape implements ListReader.Own {

    /** More digits than this may be too many for a number. */
    private static final int MOST_DIGITS = 15;

    private static final int NO_MATCH = -1;

    private final List<char[]> literals = new ArrayList<>();
    private final List<char[]> learned = new ArrayList<>();
    private final List<Boolean> numeric = new ArrayList<>();
    private final int[] gaps;
    private final int longest;
    private char[] matched = {};
    private int[] begins = {};
    private int[] ends = {};

    private Shape(int members, int longest) {
        this.gaps = new int[members];
        this.longest = longest;
        Arrays.fill(gaps, NO_MATCH);
    }

    /**
     * The shape of an object that was read. Nothing where it is written with escapes, or its lines end as few lines do.
     *
     * @param longest characters that a string may have
     */
    static Optional<Shape> of(String object, List<String> own, int longest) {
        if (object.indexOf('\\') >= 0 || object.indexOf('\r') >= 0) {
            return Optional.empty();
        }
        Shape shape = new Shape(own.size(), longest);
        shape.learn(object, own);
        shape.begins = new int[shape.learned.size()];
        shape.ends = new int[shape.learned.size()];
        return Optional.of(shape);
    }

    private void learn(String object, List<String> own) {
        Path path = new Path();
        int literal = 0;
        int end;
        for (int at = 0; at < object.length(); at = end) {
            char c = object.charAt(at);
            end = endOfToken(object, at);
            int quotes = c == '"' ? 1 : 0;
            int member = quotes == 1 || isDigit(c) ? own.indexOf(path.toString()) : NO_MATCH;
            if (member >= 0) {
                gaps[member] = learned.size();
                numeric.add(quotes == 0);
                literals.add(object.substring(literal, at + quotes).toCharArray());
                learned.add(object.substring(at + quotes, end - quotes).toCharArray());
                literal = end - quotes;
            }
            if (quotes == 1) {
                path.string(object.substring(at + 1, end - 1));
            } else {
                path.next(c);
            }
        }
        literals.add(object.substring(literal).toCharArray());
    }

    /** Of a string, of digits, or of any other single character. */
    private static int endOfToken(String object, int at) {
        if (object.charAt(at) == '"') {
            return object.indexOf('"', at + 1) + 1;
        }
        int end = at + 1;
        while (isDigit(object.charAt(at)) && isDigit(object.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where text of this shape ends that begins at {@code from}; negative where it has another shape. */
    int end(char[] text, int from, int until) {
        matched = text;
        int at = from;
        for (int i = 0; i < learned.size() && at >= 0; i++) {
            at = literal(i, text, at, until);
            begins[i] = at;
            at = at < 0 ? at : numeric.get(i) ? number(text, at, until) : string(text, at, until);
            ends[i] = at;
        }
        return at < 0 ? at : literal(learned.size(), text, at, until);
    }

    private int literal(int index, char[] text, int at, int until) {
        char[] literal = literals.get(index);
        int end = at + literal.length;
        return end <= until && Arrays.equals(literal, 0, literal.length, text, at, end) ? end : NO_MATCH;
    }

    private static int number(char[] text, int from, int until) {
        int at = from;
        while (at < until && isDigit(text[at])) {
            at++;
        }
        boolean plain = at > from && at - from <= MOST_DIGITS && (text[from] != '0' || at - from == 1);
        return plain ? at : NO_MATCH;
    }

    private int string(char[] text, int from, int until) {
        for (int at = from; at < Math.min(until, from + longest + 1); at++) {
            char c = text[at];
            if (c == '"') {
                return at;
            }
            if (c < ' ' || c == '\\' || Character.isSurrogate(c)) {
                return NO_MATCH;
            }
        }
        return NO_MATCH;
    }

    @Override
    public boolean has(int member) {
        return gaps[member] >= 0;
    }

    @Override
    public boolean differs(int member) {
        int gap = gaps[member];
        return gap >= 0
                && !Arrays.equals(learned.get(gap), 0, learned.get(gap).length, matched, begins[gap], ends[gap]);
    }

    @Override
    public String text(int member) {
        int gap = gaps[member];
        return new String(matched, begins[gap], ends[gap] - begins[gap]);
    }
}
