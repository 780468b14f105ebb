package org.countenance.verify;

import java.util.Collection;
import org.countenance.base.KebabCase;

/** The answer, in ascending order of harm if it is ignored. */
public enum Outcome {
    /** No violation found. */
    CLEARED,
    /** No violation found but those that an officer waived. */
    CLEARED_WITH_WAIVERS,
    /** Evidence is missing, too old or in doubt. */
    UNDETERMINED,
    /** Consent is missing. */
    BLOCKED;

    /** How it is spelled in a verdict. */
    public String word() {
        return KebabCase.of(this);
    }

    /** Blocked if any finding blocks; else undetermined if any is; else cleared (decision.md section 5). */
    static Outcome of(Collection<Finding> findings) {
        Outcome outcome = CLEARED;
        for (Finding finding : findings) {
            if (finding.weighs()) {
                Outcome one = finding.waiver().isPresent()
                        ? CLEARED_WITH_WAIVERS
                        : finding.severity() == Severity.BLOCK ? BLOCKED : UNDETERMINED;
                outcome = one.compareTo(outcome) > 0 ? one : outcome;
            }
        }
        return outcome;
    }
}
