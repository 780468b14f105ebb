package org.countenance.manifest;

import java.util.HashMap;
import java.util.Map;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonValue;
import org.countenance.json.TextReader;
import org.countenance.json.ValueReader;

/**
 * Reads what is equal once: a million uses speak of few people, few windows and few sets of words. What is refused is refused
 * each time, at its own place.
 *
 * @param <V> what it is read from
 * @param <T> what is read
 */
final class Once<V, T> {

    /** Beyond this, what is read hardly repeats, and remembering it would cost more than it saves. */
    private static final int MOST_VALUES = 1 << 12;

    /** More of them, since texts can be put in order: however many were chosen to have one hash, each is found soon. */
    private static final int MOST_TEXTS = 1 << 16;

    private final Reading<V, T> reading;
    private final int most;
    private final Map<V, T> known = new HashMap<>();

    @FunctionalInterface
    private interface Reading<V, T> {
        T read(V from) throws MalformedException;
    }

    private Once(Reading<V, T> reading, int most) {
        this.reading = reading;
        this.most = most;
    }

    /** Reads values by {@code reader}, which looks at nothing but the value. */
    static <T> Once<JsonValue, T> ofValues(ValueReader<T> reader) {
        return new Once<>(reader::read, MOST_VALUES);
    }

    /** Reads texts by {@code reader}. */
    static <T> Once<String, T> ofTexts(TextReader<T> reader) {
        return new Once<>(reader::read, MOST_TEXTS);
    }

    T read(V from) throws MalformedException {
        T before = known.get(from);
        if (before != null) {
            return before;
        }
        T read = reading.read(from);
        if (known.size() < most) {
            known.put(from, read);
        }
        return read;
    }
}
