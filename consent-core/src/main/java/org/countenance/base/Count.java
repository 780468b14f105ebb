package org.countenance.base;

import java.util.regex.Pattern;

/** So many of something, as English says it: {@code 1 entry}, {@code 2 entries}. */
public final class Count {

    private static final Pattern HISSING = Pattern.compile(".*(s|x|sh|ch)");
    private static final Pattern HISSING_MANY = Pattern.compile(".*(ss|x|sh|ch)es");
    private static final Pattern Y = Pattern.compile(".*[^aeiou]y");

    private Count() {}

    /**
     * The number and the word for it.
     *
     * @param one what there is one of, its noun last: {@code new file}
     */
    public static String of(long number, String one) {
        return number + " " + (number == 1 ? one : many(one));
    }

    /** The word for several. */
    static String many(String one) {
        if (one.endsWith("person")) {
            return one.substring(0, one.length() - "rson".length()) + "ople";
        }
        if (Y.matcher(one).matches()) {
            return one.substring(0, one.length() - 1) + "ies";
        }
        return one + (HISSING.matcher(one).matches() ? "es" : "s");
    }

    /** The word for one, of a word for several. */
    public static String one(String many) {
        if (many.endsWith("people")) {
            return many.substring(0, many.length() - "ople".length()) + "rson";
        }
        if (many.endsWith("ies")) {
            return many.substring(0, many.length() - "ies".length()) + "y";
        }
        return many.substring(0, many.length() - (HISSING_MANY.matcher(many).matches() ? 2 : 1));
    }
}
