package org.countenance.report;

import java.io.IOException;

/**
 * One way of showing an answer. It shows what {@link Answer} and its verdict say and decides nothing; it writes as it goes,
 * so that the report of a feature film is never held in memory as one text.
 */
@FunctionalInterface
public interface Report {

    /**
     * Writes the whole report, the same characters for the same answer.
     *
     * @param answer what to show
     * @param out where to; it is neither flushed nor closed
     */
    void render(Answer answer, Appendable out) throws IOException;
}
