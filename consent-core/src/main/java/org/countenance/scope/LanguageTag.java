package org.countenance.scope;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The form of a language tag, read subtag by subtag (RFC 5646 section 2.1). The irregular grandfathered tags are not taken:
 * all but three have a modern spelling, and filtering by prefix would not find it.
 */
final class LanguageTag {

    private static final Predicate<String> LANGUAGE = form("[a-z]{2,8}");
    private static final Predicate<String> EXTENDED = form("[a-z]{3}");
    private static final Predicate<String> SCRIPT = form("[a-z]{4}");
    private static final Predicate<String> REGION = form("[a-z]{2}|\\d{3}");
    private static final Predicate<String> VARIANT = form("[a-z\\d]{5,8}|\\d[a-z\\d]{3}");
    private static final Predicate<String> SINGLETON = form("[a-wy-z\\d]");
    private static final Predicate<String> EXTENSION = form("[a-z\\d]{2,8}");
    private static final Predicate<String> PRIVATE = form("[a-z\\d]{1,8}");

    private final String[] subtags;
    private final Set<String> seen = new HashSet<>();
    private int next;

    private LanguageTag(String text) {
        // A negative limit keeps the empty subtags that a doubled or trailing hyphen makes.
        this.subtags = text.split("-", -1);
    }

    static boolean isWellFormed(String text) {
        LanguageTag tag = new LanguageTag(text);
        return tag.read() && tag.next == tag.subtags.length;
    }

    private boolean read() {
        if (!isNext("x")) {
            if (!skip(LANGUAGE)) {
                return false;
            }
            extendedLanguages();
            skip(SCRIPT);
            skip(REGION);
            if (!variants() || !extensions()) {
                return false;
            }
        }
        return privateUse();
    }

    /** At most three, and only after a language of two or three letters. */
    private void extendedLanguages() {
        int left = subtags[0].length() <= 3 ? 3 : 0;
        while (left > 0 && skip(EXTENDED)) {
            left--;
        }
    }

    private boolean variants() {
        while (skip(VARIANT)) {
            if (!isFirst()) {
                return false;
            }
        }
        return true;
    }

    private boolean extensions() {
        while (skip(SINGLETON)) {
            if (!isFirst() || !skipAll(EXTENSION)) {
                return false;
            }
        }
        return true;
    }

    private boolean privateUse() {
        if (!isNext("x")) {
            return true;
        }
        next++;
        return skipAll(PRIVATE);
    }

    private boolean isFirst() {
        return seen.add(subtags[next - 1].toLowerCase(Locale.ROOT));
    }

    private boolean isNext(String subtag) {
        return next < subtags.length && subtags[next].equalsIgnoreCase(subtag);
    }

    private boolean skip(Predicate<String> form) {
        boolean fits = next < subtags.length && form.test(subtags[next]);
        next += fits ? 1 : 0;
        return fits;
    }

    private boolean skipAll(Predicate<String> form) {
        int first = next;
        boolean more = true;
        while (more) {
            more = skip(form);
        }
        return next > first;
    }

    private static Predicate<String> form(String regex) {
        // Without UNICODE_CASE this folds ASCII alone: no Kelvin sign passes for a letter.
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).asMatchPredicate();
    }
}
