package org.countenance.manifest;

import java.util.HashMap;
import java.util.Map;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonValue;
import org.countenance.json.ValueReader;

/**
 * Reads equal values once: a million uses speak of few people, few windows and few sets of words. What is refused is refused
 * each time, at its own place.
 *
 * @param <T> what is read
 */
final class Once<T> implements ValueReader<T> {

    /** Beyond this, what is read hardly repeats, and remembering it would cost more than it saves. */
    private static final int MOST = 1 << 12;

    private final ValueReader<T> reader;
    private final Map<JsonValue, T> known = new HashMap<>();

    /** Reads by {@code reader}, which looks at nothing but the value. */
    Once(ValueReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T read(JsonValue value) throws MalformedException {
        T before = known.get(value);
        if (before != null) {
            return before;
        }
        T read = reader.read(value);
        if (known.size() < MOST) {
            known.put(value, read);
        }
        return read;
    }
}
