package org.countenance.json;

import org.countenance.base.Place;

/** A JSON value of the strict subset: no nulls, integers only; immutable, and it knows where it stood. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool {

    /** Where it was read, or {@link Place#NOWHERE} for one made by a program. */
    Place place();

    /** What it is, for messages: {@code an object}, {@code `text`}, {@code the number 7}. */
    String description();
}
