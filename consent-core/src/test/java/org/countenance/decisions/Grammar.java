package org.countenance.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How messages are written: lower-case start, no final period, the field's words, nothing that promises too much. */
final class Grammar {

    private static final Pattern QUOTED = Pattern.compile("`[^`]*`");
    private static final Pattern START = Pattern.compile("[a-z0-9`(].*", Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w*|\\bjava\\.|Optional\\[|\\bnull\\b|@[0-9a-f]{6}");
    private static final Pattern PROMISE = Pattern.compile("(?i)\\b(il)?legal|complian|lawful");
    private static final int LONGEST = 1_000;

    private Grammar() {}

    /** What is wrong with a message; nothing when it is well said. */
    static List<String> faults(String message) {
        List<String> faults = new ArrayList<>();
        String own = QUOTED.matcher(message).replaceAll("`x`");
        check(faults, START.matcher(own).matches(), "a lower-case start");
        check(faults, !own.endsWith(".") && !own.endsWith("!"), "no final period");
        check(faults, !own.contains("  ") && own.strip().equals(own), "single spaces");
        Matcher code = CODE.matcher(own);
        check(faults, !code.find(), "words of the field, not of the code");
        check(faults, !PROMISE.matcher(own).find(), "nothing about law");
        check(faults, message.length() <= LONGEST, "a message that can be read");
        check(faults, own.chars().filter(c -> c == '`').count() % 2 == 0, "quotes that end");
        return faults;
    }

    private static void check(List<String> faults, boolean holds, String wanted) {
        if (!holds) {
            faults.add("wanted " + wanted);
        }
    }
}
