package org.countenance.report;

import java.util.Optional;

/**
 * One manifest of an audit, and what became of it.
 *
 * @param manifest where it is: a path as the one who asks would write it
 * @param state what became of it
 * @param answer the answer, where there is one
 * @param why what went wrong, where there is none
 */
public record AuditTitle(String manifest, State state, Optional<AuditAnswer> answer, String why) {

    /** What became of a manifest. */
    public enum State {
        /** It was verified in this audit. */
        VERIFIED,
        /** The answer of an earlier audit holds still. */
        KEPT,
        /** There is no answer: it, or a file beside it, does not read. */
        UNREADABLE,
        /** There is no answer: the evidence does not hold. */
        UNPROVEN;

        /** How it is spelled. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A manifest that was verified now. */
    public static AuditTitle verified(String manifest, AuditAnswer answer) {
        return new AuditTitle(manifest, State.VERIFIED, Optional.of(answer), "");
    }

    /** A manifest whose answer was kept. */
    public static AuditTitle kept(String manifest, AuditAnswer answer) {
        return new AuditTitle(manifest, State.KEPT, Optional.of(answer), "");
    }

    /** A manifest without an answer. */
    public static AuditTitle failed(String manifest, State state, String why) {
        return new AuditTitle(manifest, state, Optional.empty(), why);
    }
}
