package org.countenance.report;

import java.io.IOException;

/**
 * One way of showing an audit. It shows what {@link Audit} says and decides nothing; it writes as it goes.
 */
@FunctionalInterface
interface AuditReport {

    /**
     * Writes the whole report, the same characters for the same audit.
     *
     * @param audit what to show
     * @param out where to; it is neither flushed nor closed
     */
    void render(Audit audit, Appendable out) throws IOException;
}
