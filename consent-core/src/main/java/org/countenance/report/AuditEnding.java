package org.countenance.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.record.Id;

/**
 * Something that a title relies on, and when it ends.
 *
 * @param kind what ends
 * @param until when
 * @param record the grant, the closing record or the waiver
 * @param person whose consent
 * @param releases the releases in which something relies on it
 */
public record AuditEnding(Kind kind, Instant until, Id record, Optional<Id> person, List<String> releases) {

    /** What can end. */
    public enum Kind {
        /** What may be made under a grant. */
        MAKING,
        /** What may be shown under a grant. */
        SHOWING,
        /** What a closing record stops later than it was logged. */
        STOPPED,
        /** An officer's waiver. */
        WAIVER;

        /** How it is spelled. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Keeps a copy. */
    public AuditEnding {
        releases = List.copyOf(releases);
    }
}
