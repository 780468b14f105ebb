package org.countenance.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;

/** The members of one object, read strictly: taken by name, and {@link #end} refuses those nobody took. */
public final class Members {

    private final JsonObject object;
    // A list, since few objects have many members, and most are asked for them in their order.
    private final List<String> known = new ArrayList<>();

    Members(JsonObject object) {
        this.object = object;
    }

    /** A member that must be there. */
    public <T> T required(String name, ValueReader<T> reader) throws MalformedException {
        return optional(name, reader)
                .orElseThrow(() -> MalformedException.of(object.place(), "a member `" + name + "`", "none"));
    }

    /** A member that may be left out. */
    public <T> Optional<T> optional(String name, ValueReader<T> reader) throws MalformedException {
        known.add(name);
        Optional<JsonValue> value = object.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(value.get()));
        } catch (MalformedException e) {
            throw e.at(value.get().place());
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
        int after = 0;
        for (String name : object.values().keySet()) {
            after = after(name, after);
            if (after < 0) {
                throw MalformedException.of(
                        object.placeOf(name),
                        "a known member",
                        MalformedException.quote(name),
                        ClosestWord.hint(name, new LinkedHashSet<>(known)));
            }
        }
    }

    /** The place after that of a name among those that were asked for, looked for from a place on; negative where it is not. */
    private int after(String name, int from) {
        for (int i = 0; i < known.size(); i++) {
            int at = (from + i) % known.size();
            if (known.get(at).equals(name)) {
                return at + 1;
            }
        }
        return -1;
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
