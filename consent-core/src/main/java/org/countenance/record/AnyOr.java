package org.countenance.record;

import java.util.Collection;
import java.util.Set;
import org.countenance.base.OrderedSet;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.ValueReader;
import org.countenance.json.Values;

/**
 * The wildcard {@code "*"}, or what is listed.
 *
 * @param any whether it is the wildcard
 * @param items what is listed; empty for the wildcard
 */
public record AnyOr<T>(boolean any, Set<T> items) {

    /** Keeps the order of the list. */
    public AnyOr {
        items = OrderedSet.copyOf(items);
    }

    /** Everything. */
    public static <T> AnyOr<T> all() {
        return new AnyOr<>(true, Set.of());
    }

    /** Just these. */
    public static <T> AnyOr<T> of(Collection<T> items) {
        return new AnyOr<>(false, OrderedSet.copyOf(items));
    }

    /** Reads {@code "*"} or a list of at least one element without repeats. */
    public static <T> ValueReader<AnyOr<T>> reader(ValueReader<T> element) {
        return value -> isWildcard(value) ? all() : of(Values.setOf(element).read(value));
    }

    /** Whether {@code item} is meant. */
    public boolean includes(T item) {
        return any || items.contains(item);
    }

    /** The wildcard or the list as JSON. */
    public JsonValue toJson(java.util.function.Function<T, ? extends JsonValue> element) {
        return any
                ? JsonString.of("*")
                : JsonArray.of(items.stream().map(element).toList());
    }

    private static boolean isWildcard(JsonValue value) {
        return value instanceof JsonString string && string.text().equals("*");
    }
}
