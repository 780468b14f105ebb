package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.record.Id;

/** Grants that somebody ended before the log took them. */
final class Ahead {

    private Ahead() {}

    /** Signs the base grant, lets the person end it, and hands it in afterwards. */
    static Id grant(Case c, String when, String event, String more) {
        Kit.Held held = c.kit().hold(Kit.GRANT);
        c.revoke(Kit.LIN, held.id(), event, more);
        c.at(when);
        return c.kit().hand(held);
    }
}
