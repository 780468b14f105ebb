package org.countenance.scope;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.OrderedSet;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.TextReader;
import org.countenance.json.ValueReader;
import org.countenance.json.Values;

/**
 * The wildcard {@code "*"}, or some words of one list.
 *
 * @param any whether it is the wildcard
 * @param items the words; empty for the wildcard
 */
public record Choice<E extends Enum<E> & Word>(boolean any, Set<E> items) {

    /** Keeps the order of what was written. */
    public Choice {
        items = OrderedSet.copyOf(items);
    }

    /** The wildcard. */
    public static <E extends Enum<E> & Word> Choice<E> wildcard() {
        return new Choice<E>(true, Set.of());
    }

    /** Just these words, in the order of the vocabulary, so that a program's choice looks the same every time. */
    public static <E extends Enum<E> & Word> Choice<E> of(Collection<E> items) {
        return new Choice<E>(false, new TreeSet<>(items));
    }

    /** Reads {@code "*"} or a list of at least one word. */
    public static <E extends Enum<E> & Word> ValueReader<Choice<E>> reader(TextReader<E> word) {
        return read(Values.setOf(Values.text(word)));
    }

    /** Reads {@code "*"} or a list of words that may be empty. */
    public static <E extends Enum<E> & Word> ValueReader<Choice<E>> emptyReader(TextReader<E> word) {
        return read(Values.possiblyEmptySetOf(Values.text(word)));
    }

    private static <E extends Enum<E> & Word> ValueReader<Choice<E>> read(ValueReader<Set<E>> list) {
        return value -> isWildcard(value) ? wildcard() : new Choice<E>(false, list.read(value));
    }

    /** Whether a permission with this choice gives {@code word}: the wildcard leaves the named-only words out. */
    public boolean permits(E word) {
        return any ? !word.namedOnly() : items.contains(word);
    }

    /** Whether a prohibition with this choice takes {@code word}: the wildcard is every word, later ones too. */
    public boolean forbids(E word) {
        return any || items.contains(word);
    }

    /** Whether some word is permitted by both. */
    public boolean meets(Choice<E> other) {
        return any
                ? other.any || other.items.stream().anyMatch(this::permits)
                : items.stream().anyMatch(other::permits);
    }

    /** The wildcard or the words as JSON. */
    public JsonValue toJson() {
        return any
                ? JsonString.of("*")
                : JsonArray.ofStrings(items.stream().map(Word::word).toList());
    }

    /** The words, for people. */
    @Override
    public String toString() {
        if (any) {
            return "any";
        }
        return items.isEmpty() ? "none" : items.stream().map(Word::word).collect(Collectors.joining(", "));
    }

    private static boolean isWildcard(JsonValue value) {
        return value instanceof JsonString string && string.text().equals("*");
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return Objects.hash(any, items);
    }
}
