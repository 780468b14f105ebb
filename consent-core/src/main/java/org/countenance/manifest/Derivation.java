package org.countenance.manifest;

import org.countenance.base.MalformedException;

/** What may be done to an asset without making a likeness anew (decision.md sections 4 and 9). */
public enum Derivation {
    /** Another encoding of the same. */
    ENCODE,
    /** The same with a label put on or in it. */
    LABEL,
    /** The same with subtitles. */
    SUBTITLE,
    /** The same in another size. */
    RESIZE,
    /** A part of it. */
    TRIM;

    static Derivation parse(String text) throws MalformedException {
        return Words.parse(text, values());
    }
}
