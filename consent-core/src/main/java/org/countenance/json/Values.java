package org.countenance.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.OrderedSet;

/** Readers of single values, to be put together by {@link Members}. */
public final class Values {

    private Values() {}

    /** An object. */
    public static JsonObject object(JsonValue value) throws MalformedException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw MalformedException.of(value.place(), "an object", value.description());
    }

    /** A string. */
    public static String string(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string) {
            return string.text();
        }
        throw MalformedException.of(value.place(), "a string", value.description());
    }

    /** An integer of at least {@code least}. */
    public static ValueReader<Long> atLeast(long least) {
        return value -> {
            if (value instanceof JsonNumber number && number.number() >= least) {
                return number.number();
            }
            throw MalformedException.of(value.place(), "an integer of at least " + least, value.description());
        };
    }

    /** A truth value. */
    public static boolean bool(JsonValue value) throws MalformedException {
        if (value instanceof JsonBool bool) {
            return bool.truth();
        }
        throw MalformedException.of(value.place(), "true or false", value.description());
    }

    /** A string that {@code reader} understands. */
    public static <T> ValueReader<T> text(TextReader<T> reader) {
        return value -> {
            try {
                return reader.read(string(value));
            } catch (MalformedException e) {
                throw e.at(value.place());
            }
        };
    }

    /** An array of at least one element. */
    public static <T> ValueReader<List<T>> listOf(ValueReader<T> element) {
        return value -> {
            List<T> list = possiblyEmptyListOf(element).read(value);
            if (list.isEmpty()) {
                throw MalformedException.of(value.place(), "at least one element", "an empty array");
            }
            return list;
        };
    }

    /** An array, empty or not. */
    public static <T> ValueReader<List<T>> possiblyEmptyListOf(ValueReader<T> element) {
        return value -> {
            if (!(value instanceof JsonArray array)) {
                throw MalformedException.of(value.place(), "an array", value.description());
            }
            List<T> list = new ArrayList<>(array.elements().size());
            for (JsonValue each : array.elements()) {
                list.add(element.read(each));
            }
            return List.copyOf(list);
        };
    }

    /** An array of at least one element without repeats, in its order. */
    public static <T> ValueReader<Set<T>> setOf(ValueReader<T> element) {
        return value -> distinct(value, listOf(element).read(value));
    }

    /** An array without repeats, empty or not, in its order. */
    public static <T> ValueReader<Set<T>> possiblyEmptySetOf(ValueReader<T> element) {
        return value -> distinct(value, possiblyEmptyListOf(element).read(value));
    }

    private static <T> Set<T> distinct(JsonValue value, List<T> list) throws MalformedException {
        Set<T> set = OrderedSet.copyOf(list);
        if (set.size() < list.size()) {
            throw repeated(((JsonArray) value).elements().get(firstRepeat(list)));
        }
        return set;
    }

    private static int firstRepeat(List<?> list) {
        Set<Object> seen = new HashSet<>();
        int index = 0;
        while (seen.add(list.get(index))) {
            index++;
        }
        return index;
    }

    private static MalformedException repeated(JsonValue element) {
        return MalformedException.of(element.place(), "elements without repeats", element.description() + " again");
    }
}
