package org.countenance.record;

import org.countenance.base.MalformedException;

/** As what somebody signs (records.md, Claims of every record). */
public enum Capacity {
    /** For oneself. */
    SELF,
    /** A person's agent. */
    AGENT,
    /** A person's guild or union. */
    GUILD,
    /** The guardian of a minor. */
    GUARDIAN,
    /** The estate of a dead person. */
    ESTATE,
    /** A court. */
    COURT,
    /** A licensee passing on what it was granted. */
    LICENSEE;

    static Capacity parse(String text) throws MalformedException {
        return Words.constant(Capacity.class, "a capacity", text);
    }

    /** How it is spelled in a record. */
    public String word() {
        return Words.word(this);
    }
}
