package org.countenance.manifest;

import java.util.HashMap;
import java.util.Map;
import org.countenance.base.MalformedException;
import org.countenance.json.TextReader;

/**
 * Reads equal texts once, as {@link Once} does values. Texts can be put in order, so that however many were chosen to have one
 * hash, each is found soon.
 *
 * @param <T> what is read
 */
final class KnownTexts<T> implements TextReader<T> {

    /** Beyond this, what is read hardly repeats, and remembering it would cost more than it saves. */
    private static final int MOST = 1 << 16;

    private final TextReader<T> reader;
    private final Map<String, T> known = new HashMap<>();

    /** Reads by {@code reader}, which looks at nothing but the text. */
    KnownTexts(TextReader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T read(String text) throws MalformedException {
        T before = known.get(text);
        if (before != null) {
            return before;
        }
        T read = reader.read(text);
        if (known.size() < MOST) {
            known.put(text, read);
        }
        return read;
    }
}
