package org.countenance.json;

import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** A string without lone surrogates. */
public final class JsonString implements JsonValue {

    private final Spot spot;
    private final String text;

    JsonString(Spot spot, String text) {
        this.spot = spot;
        this.text = text;
    }

    /** A string made by a program. */
    public static JsonString of(String text) {
        return new JsonString(Spot.NONE, text);
    }

    /** What it says. */
    public String text() {
        return text;
    }

    @Override
    public Place place() {
        return spot.place();
    }

    @Override
    public String description() {
        return MalformedException.quote(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonString string && text.equals(string.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
