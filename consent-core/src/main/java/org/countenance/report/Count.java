package org.countenance.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countenance.base.PlainText;

/** Numbers and long lists, as people read them. */
final class Count {

    /** How many of many are named. */
    static final int EXAMPLES = 3;

    private Count() {}

    /** {@code 3,200}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 use}, {@code 3,200 uses}. */
    static String of(long number, String one, String many) {
        return of(number) + " " + (number == 1 ? one : many);
    }

    /** {@code use u1}, {@code uses u1, u2}, {@code 3,200 uses: u1, u2, u3 and 3,197 more}. */
    static String some(List<String> all, String one, String many) {
        return some(all.size(), all, one, many);
    }

    /** The same where only the first are at hand. */
    static String some(long size, List<String> first, String one, String many) {
        String shown = first.stream().limit(EXAMPLES).map(PlainText::shown).collect(Collectors.joining(", "));
        return size > EXAMPLES
                ? of(size, one, many) + ": " + shown + " and " + of(size - EXAMPLES) + " more"
                : (size == 1 ? one : many) + " " + shown;
    }
}
