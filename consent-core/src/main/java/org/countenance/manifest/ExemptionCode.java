package org.countenance.manifest;

import org.countenance.base.MalformedException;

/** Why a use may need no consent (decision.md sections 4 and 9). */
public enum ExemptionCode {
    /** Seen by chance and in passing. */
    INCIDENTAL,
    /** Seen at a public event. */
    PUBLIC_EVENT,
    /** Reporting. */
    NEWS,
    /** A documentary account. */
    DOCUMENTARY,
    /** Parody or satire. */
    PARODY,
    /** A post of an ordinary kind. */
    ORDINARY_POST;

    static ExemptionCode parse(String text) throws MalformedException {
        return Words.parse(text, values());
    }
}
