package org.countenance.json;

import org.countenance.base.MalformedException;

/** Makes something of a JSON value, or says why it cannot. */
@FunctionalInterface
public interface ValueReader<T> {

    /** Reads {@code value}; a failure without a place gets the value's. */
    T read(JsonValue value) throws MalformedException;
}
