package org.countenance.json;

import java.util.Collection;
import java.util.List;
import org.countenance.base.Place;

/** A list of values. */
public final class JsonArray implements JsonValue {

    private final Spot spot;
    private final List<JsonValue> elements;

    JsonArray(Spot spot, List<JsonValue> elements) {
        this.spot = spot;
        this.elements = List.copyOf(elements);
    }

    /** A list made by a program. */
    public static JsonArray of(Collection<? extends JsonValue> elements) {
        return new JsonArray(Spot.NONE, List.copyOf(elements));
    }

    /** A list of strings made by a program. */
    public static JsonArray ofStrings(Collection<String> texts) {
        return of(texts.stream().map(JsonString::of).toList());
    }

    /** The values in order. */
    public List<JsonValue> elements() {
        return elements;
    }

    @Override
    public Place place() {
        return spot.place();
    }

    @Override
    public String description() {
        return "an array of " + elements.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray array && elements.equals(array.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
