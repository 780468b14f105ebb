package org.countenance.json;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Place;
import org.jspecify.annotations.Nullable;

/** Named values in the order in which they were written; equal whatever that order. */
public final class JsonObject implements JsonValue {

    private final Spot spot;
    private final Map<String, JsonValue> values;

    /** Keeps {@code values}, which nobody changes any more. */
    JsonObject(Spot spot, Map<String, JsonValue> values) {
        this.spot = spot;
        this.values = values;
    }

    /** Starts an object made by a program. */
    public static Builder builder() {
        return new Builder();
    }

    /** The values by name, in order. */
    public Map<String, JsonValue> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The value of {@code name}, if there is one. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(find(name));
    }

    Iterator<Map.Entry<String, JsonValue>> entries() {
        return values.entrySet().iterator();
    }

    @Nullable
    JsonValue find(String name) {
        return values.get(name);
    }

    /** Reads the members strictly: each is taken once, and what nobody took is refused. */
    public Members members() {
        return new Members(this);
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        values.forEach(builder::put);
        return builder;
    }

    @Override
    public Place place() {
        return spot.place();
    }

    Place placeOf(String name) {
        JsonValue value = values.get(name);
        return value == null ? spot.member(name, spot.line(), spot.column()).place() : value.place();
    }

    @Override
    public String description() {
        return "an object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && values.equals(object.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }

    /** Puts an object together; the order of the calls is the order of the text. */
    public static final class Builder {

        private final Map<String, JsonValue> values = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a member, or replaces it where it stands. */
        public Builder put(String name, JsonValue value) {
            values.put(name, value);
            return this;
        }

        /** Adds a string. */
        public Builder put(String name, String text) {
            return put(name, JsonString.of(text));
        }

        /** Adds a number. */
        public Builder put(String name, long number) {
            return put(name, JsonNumber.of(number));
        }

        /** Adds a truth value. */
        public Builder put(String name, boolean truth) {
            return put(name, JsonBool.of(truth));
        }

        /** Adds a member only where there is a value. */
        public Builder putIf(String name, Optional<? extends JsonValue> value) {
            value.ifPresent(present -> put(name, present));
            return this;
        }

        /** Takes a member away. */
        public Builder remove(String name) {
            values.remove(name);
            return this;
        }

        /** The object. */
        public JsonObject build() {
            return new JsonObject(Spot.NONE, new LinkedHashMap<>(values));
        }
    }
}
