package org.countenance.scope;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.MalformedException;
import org.countenance.base.OrderedSet;
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

    /** Keeps the order of the list. */
    public Languages {
        tags = OrderedSet.copyOf(tags);
    }

    /** Every language. */
    public static Languages wildcard() {
        return new Languages(true, Set.of());
    }

    /** Just these ranges, sorted, so that a program's choice looks the same every time. */
    public static Languages of(Collection<String> tags) {
        return new Languages(false, new TreeSet<>(tags));
    }

    /** Reads {@code "*"} or a list of at least one tag. */
    public static Languages read(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string && string.text().equals("*")) {
            return wildcard();
        }
        Set<String> tags = Values.setOf(Values.text(Languages::checkTag)).read(value);
        Set<String> seen = new HashSet<>();
        for (String tag : tags) {
            if (!seen.add(tag.toLowerCase(Locale.ROOT))) {
                throw MalformedException.of(
                        value.place(), "languages without repeats", MalformedException.quote(tag) + " again");
            }
        }
        return new Languages(false, tags);
    }

    /** Checks the form of one tag (RFC 5646 section 2.1). */
    public static String checkTag(String text) throws MalformedException {
        if (!LanguageTag.isWellFormed(text)) {
            throw MalformedException.of(Place.NOWHERE, "a language tag like `zh-Hans`", MalformedException.quote(text));
        }
        return text;
    }

    /** Whether a permission for these covers {@code tag}: {@code zh} covers {@code zh-Hans}, never the other way round. */
    public boolean covers(String tag) {
        return tag.equalsIgnoreCase(NONE_SPOKEN) || filters(tag);
    }

    /** Whether {@code tag} is one of these languages, by RFC 4647 basic filtering. */
    public boolean filters(String tag) {
        return any || tags.stream().anyMatch(range -> filters(range, tag));
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

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(any, tags);
    }
}
