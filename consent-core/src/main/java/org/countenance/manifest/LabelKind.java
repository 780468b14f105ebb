package org.countenance.manifest;

import org.countenance.base.MalformedException;

/** How a label is perceived (decision.md sections 4 and 9). */
public enum LabelKind {
    /** By looking. */
    VISIBLE,
    /** By listening. */
    AUDIBLE,
    /** By software. */
    METADATA;

    static LabelKind parse(String text) throws MalformedException {
        return Words.parse(text, values());
    }
}
