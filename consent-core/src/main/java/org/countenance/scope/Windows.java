package org.countenance.scope;

import java.time.Instant;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.TextReader;
import org.countenance.json.Values;

/** Windows as JSON: {@code {"from","until"}} (records.md, Envelope). */
public final class Windows {

    private static final String PERPETUAL = "perpetual";

    private Windows() {}

    /** Reads a window that ends. */
    public static Window read(JsonValue value) throws MalformedException {
        return read(value, Instants::parse);
    }

    /** Reads {@code "*"} or a window that ends. */
    static Window readMade(JsonValue value) throws MalformedException {
        return isWildcard(value) ? Window.ALWAYS : read(value);
    }

    /** Reads {@code "*"} or a window that may be perpetual. */
    static Window readShown(JsonValue value) throws MalformedException {
        return isWildcard(value)
                ? Window.ALWAYS
                : read(value, text -> text.equals(PERPETUAL) ? Window.NEVER : Instants.parse(text));
    }

    /** The window as JSON. */
    public static JsonValue toJson(Window window) {
        if (window.equals(Window.ALWAYS)) {
            return JsonString.of("*");
        }
        return JsonObject.builder()
                .put("from", Instants.format(window.from()))
                .put("until", window.until().equals(Window.NEVER) ? PERPETUAL : Instants.format(window.until()))
                .build();
    }

    private static Window read(JsonValue value, TextReader<Instant> end) throws MalformedException {
        Members members = Values.object(value).members();
        Instant from = members.text("from", Instants::parse);
        Instant until = members.text("until", end);
        members.end();
        if (!from.isBefore(until)) {
            throw members.fault("until", "an instant after " + Instants.format(from), Instants.format(until));
        }
        return new Window(from, until);
    }

    private static boolean isWildcard(JsonValue value) {
        return value instanceof JsonString string && string.text().equals("*");
    }
}
