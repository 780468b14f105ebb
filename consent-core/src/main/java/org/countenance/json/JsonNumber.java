package org.countenance.json;

import org.countenance.base.Place;

/** An integer of at most 2⁵³−1 either way. */
public final class JsonNumber implements JsonValue {

    /** The greatest integer that every JSON reader holds exactly. */
    public static final long GREATEST = (1L << 53) - 1;

    private final Spot spot;
    private final long number;

    JsonNumber(Spot spot, long number) {
        this.spot = spot;
        this.number = number;
    }

    /** A number made by a program. */
    public static JsonNumber of(long number) {
        return new JsonNumber(Spot.NONE, number);
    }

    /** Its value. */
    public long number() {
        return number;
    }

    @Override
    public Place place() {
        return spot.place();
    }

    @Override
    public String description() {
        return "the number " + number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return JsonText.compact(this);
    }
}
