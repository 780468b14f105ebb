package org.countenance.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.jspecify.annotations.Nullable;

/** The members of one object, read strictly: taken by name, and {@link #end} refuses those nobody took. */
public final class Members {

    private final JsonObject object;
    private final List<String> known = new ArrayList<>();
    // Most members are asked for in the order of the text, and need not be looked for.
    private final Iterator<Entry<String, JsonValue>> rest;
    private @Nullable Entry<String, JsonValue> next;

    Members(JsonObject object) {
        this.object = object;
        this.rest = object.entries();
        this.next = following();
    }

    /** A member that must be there. */
    public <T> T required(String name, ValueReader<T> reader) throws MalformedException {
        JsonValue value = take(name);
        if (value == null) {
            throw MalformedException.of(object.place(), "a member `" + name + "`", "none");
        }
        return read(value, reader);
    }

    /** A member that may be left out. */
    public <T> Optional<T> optional(String name, ValueReader<T> reader) throws MalformedException {
        JsonValue value = take(name);
        return value == null ? Optional.empty() : Optional.of(read(value, reader));
    }

    private @Nullable JsonValue take(String name) {
        known.add(name);
        Entry<String, JsonValue> expected = next;
        if (expected == null || !expected.getKey().equals(name)) {
            return object.find(name);
        }
        next = following();
        return expected.getValue();
    }

    private @Nullable Entry<String, JsonValue> following() {
        return rest.hasNext() ? rest.next() : null;
    }

    private static <T> T read(JsonValue value, ValueReader<T> reader) throws MalformedException {
        try {
            return reader.read(value);
        } catch (MalformedException e) {
            throw e.at(value.place());
        }
    }

    /** A string that must be there. */
    public String string(String name) throws MalformedException {
        return required(name, Values::string);
    }

    /** A string that must be there and that {@code reader} understands. */
    public <T> T text(String name, TextReader<T> reader) throws MalformedException {
        return required(name, Values.text(reader));
    }

    /** A string that may be left out. */
    public <T> Optional<T> optionalText(String name, TextReader<T> reader) throws MalformedException {
        return optional(name, Values.text(reader));
    }

    /** Refuses every member that was not asked for. */
    public void end() throws MalformedException {
        for (Entry<String, JsonValue> each = next; each != null; each = following()) {
            String name = each.getKey();
            if (!known.contains(name)) {
                throw MalformedException.of(
                        each.getValue().place(),
                        "a known member",
                        MalformedException.quote(name),
                        ClosestWord.hint(name, new LinkedHashSet<>(known)));
            }
        }
    }

    /** A failure of this object as a whole. */
    public MalformedException fault(String wanted, String found) {
        return MalformedException.of(object.place(), wanted, found);
    }

    /** A failure of the member {@code name}, there or not. */
    public MalformedException fault(String name, String wanted, String found) {
        return MalformedException.of(object.placeOf(name), wanted, found);
    }
}
