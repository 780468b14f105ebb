package org.countenance.registry;

import java.time.Instant;
import java.util.Optional;
import org.countenance.record.Party;

/**
 * One record of a party in the line of its records.
 *
 * @param made the record
 * @param recovery how it came about without the party's own keys; empty for every other record
 */
public record Version(Ruled<Party> made, Optional<Recovery> recovery) {

    /** When it takes effect; never while a recovery is not complete, or when it was vetoed. */
    public Instant effective() {
        return recovery.map(Recovery::effective).orElse(made.logged().instant());
    }
}
