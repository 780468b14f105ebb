package org.countenance.manifest;

import java.util.HashMap;
import java.util.Map;

/** Lets equal values be one: a million uses speak of few people, and of few sets of words. */
final class Shared {

    /** Beyond this, what is read hardly repeats, and remembering it would cost more than it saves. */
    private static final int MOST = 1 << 16;

    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to {@code value}. */
    @SuppressWarnings("unchecked") // equal values of one caller are of one type
    <T> T one(T value) {
        if (known.size() >= MOST) {
            return (T) known.getOrDefault(value, value);
        }
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
