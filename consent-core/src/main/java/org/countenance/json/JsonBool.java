package org.countenance.json;

import org.countenance.base.Place;

/** {@code true} or {@code false}. */
public final class JsonBool implements JsonValue {

    private final Spot spot;
    private final boolean truth;

    JsonBool(Spot spot, boolean truth) {
        this.spot = spot;
        this.truth = truth;
    }

    /** A truth value made by a program. */
    public static JsonBool of(boolean truth) {
        return new JsonBool(Spot.NONE, truth);
    }

    /** Which of the two. */
    public boolean truth() {
        return truth;
    }

    @Override
    public Place place() {
        return spot.place();
    }

    @Override
    public String description() {
        return Boolean.toString(truth);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonBool that && truth == that.truth;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(truth);
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
