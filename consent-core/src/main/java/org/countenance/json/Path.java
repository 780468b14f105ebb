package org.countenance.json;

/**
 * Which member of an object a place in its text belongs to, while the text is gone through: {@code name}, or {@code name/inner} in
 * an object that is the value of a member; empty in names, in arrays and further down.
 */
final class Path {

    private static final int DEEPEST = 2;

    private final String[] names = new String[DEEPEST + 1];
    private final boolean[] values = new boolean[DEEPEST + 1];
    private int depth;

    /** Goes on over a string, which is a name where it is not a value. */
    void string(String text) {
        if (depth <= DEEPEST && !values[depth]) {
            names[depth] = text;
        }
    }

    /** Goes on over a character outside of strings. */
    void next(char c) {
        if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
        if (depth <= DEEPEST && c != '}' && c != ']') {
            // What a minus precedes is no plain number.
            values[depth] = c == ':' || (values[depth] && c != ',' && c != '-' && c != '{' && c != '[');
        }
    }

    @Override
    public String toString() {
        if (depth == 0 || depth > DEEPEST || !values[depth]) {
            return "";
        }
        return depth == 1 ? names[1] : names[1] + "/" + names[2];
    }
}
