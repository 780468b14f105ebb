package org.countenance.scope;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Values;

/**
 * The wildcard {@code "*"}, or BCP 47 ranges of the languages that are spoken (decision.md section 1).
 *
 * @param any whether it is the wildcard
 * @param tags the ranges; empty for the wildcard
 */
public record Languages(boolean any, Set<String> tags) {

    /** The tag of what has no linguistic content. */
    public static final String NONE_SPOKEN = "zxx";

    private static final Pattern TAG = Pattern.compile(
            "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\\d{3}))?"
                    + "(-([A-Za-z0-9]{5,8}|\\d[A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?");

    /** Keeps the order of the list. */
    public Languages {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    /** Every language. */
    public static Languages wildcard() {
        return new Languages(true, Set.of());
    }

    /** Just these ranges. */
    public static Languages of(Collection<String> tags) {
        return new Languages(false, new LinkedHashSet<>(tags));
    }

    /** Reads {@code "*"} or a list of at least one tag. */
    public static Languages read(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string && string.text().equals("*")) {
            return wildcard();
        }
        return of(Values.setOf(Values.text(Languages::checkTag)).read(value));
    }

    /** Checks the form of one tag. */
    public static String checkTag(String text) throws MalformedException {
        if (text.length() > 35 || !TAG.matcher(text).matches()) {
            throw MalformedException.of(Place.NOWHERE, "a language tag like `zh-Hans`", MalformedException.quote(text));
        }
        return text;
    }

    /** Whether a permission for these covers {@code tag}: {@code zh} covers {@code zh-Hans}, never the other way round. */
    public boolean covers(String tag) {
        return any || tag.equals(NONE_SPOKEN) || tags.stream().anyMatch(range -> filters(range, tag));
    }

    /** Whether a prohibition of these meets {@code tag}: when either filters the other, so that nobody dodges it. */
    public boolean meets(String tag) {
        return any || tags.stream().anyMatch(range -> filters(range, tag) || filters(tag, range));
    }

    /** RFC 4647 basic filtering. */
    private static boolean filters(String range, String tag) {
        String wide = range.toLowerCase(Locale.ROOT);
        String narrow = tag.toLowerCase(Locale.ROOT);
        return narrow.equals(wide) || narrow.startsWith(wide + "-");
    }

    /** The wildcard or the ranges as JSON. */
    public JsonValue toJson() {
        return any ? JsonString.of("*") : JsonArray.ofStrings(tags);
    }

    /** The ranges, for people. */
    @Override
    public String toString() {
        return any ? "any" : String.join(", ", tags);
    }
}
