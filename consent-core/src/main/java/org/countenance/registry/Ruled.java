package org.countenance.registry;

import org.countenance.record.Content;

/**
 * A logged record and what it counts for.
 *
 * @param logged the record
 * @param ruling what the reducer said of it
 * @param content what it says
 */
public record Ruled<C extends Content>(LoggedRecord logged, Ruling ruling, C content) {

    /** Whether it counts in full. */
    public boolean inFull() {
        return ruling.force() == Ruling.Force.FULL;
    }
}
