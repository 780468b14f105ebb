package org.countenance.record;

import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;

/**
 * To whom a licensee may pass on what it was granted.
 *
 * @param parties {@code none} as an empty list, {@code any} as the wildcard, or party ids
 */
public record Sublicensing(AnyOr<Id> parties) {

    /** To nobody. */
    public static final Sublicensing NONE = new Sublicensing(new AnyOr<>(false, Set.of()));

    static Sublicensing read(JsonValue value) throws MalformedException {
        if (value instanceof JsonString string && string.text().equals("none")) {
            return NONE;
        }
        if (value instanceof JsonString string && string.text().equals("any")) {
            return new Sublicensing(AnyOr.all());
        }
        if (value instanceof JsonString) {
            throw MalformedException.of(value.place(), "`none`, `any` or party ids", value.description());
        }
        return new Sublicensing(AnyOr.reader(Id::read).read(value));
    }
}
