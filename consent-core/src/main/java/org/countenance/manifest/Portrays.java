package org.countenance.manifest;

import org.countenance.base.MalformedException;

/** Whom a likeness plays (decision.md sections 4 and 9). */
public enum Portrays {
    /** Somebody of age. */
    ADULT,
    /** Somebody under eighteen. */
    MINOR,
    /** Nobody, e.g. a driver whose own face is not seen. */
    NONE;

    static Portrays parse(String text) throws MalformedException {
        return Words.parse(text, values());
    }
}
