package org.countenance.json;

import org.countenance.base.MalformedException;

/** Makes something of the text of a JSON string, or says why it cannot. */
@FunctionalInterface
public interface TextReader<T> {

    /** Reads {@code text}; a failure without a place gets the string's. */
    T read(String text) throws MalformedException;
}
