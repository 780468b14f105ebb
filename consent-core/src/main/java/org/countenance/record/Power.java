package org.countenance.record;

import org.countenance.base.MalformedException;

/** What a delegate may do (records.md, {@code delegation}). */
public enum Power {
    /** Sign grants. */
    GRANT,
    /** Withdraw grants. */
    WITHDRAW,
    /** Sign prohibitions. */
    PROHIBIT,
    /** Lift what delegates set. */
    LIFT,
    /** Approve and reject assets. */
    APPROVE,
    /** Empower others. */
    DELEGATE,
    /** Replace the party record. */
    MANAGE;

    /** How it is spelled in a record. */
    public String word() {
        return Words.word(this);
    }

    static Power parse(String text) throws MalformedException {
        return Words.constant(Power.class, "a power", text);
    }
}
