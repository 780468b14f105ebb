package org.countenance.cli;

import org.countenance.verify.Outcome;
import org.countenance.verify.Verdict;

/** How a command ends; pipelines rely on the numbers (cli.md, Exit codes). */
public enum ExitCode {
    /** Done; for verify: cleared. */
    DONE(0, "done; for verify: cleared"),
    /** Could not complete. */
    FAILED(1, "could not complete (file missing, disk full, ...)"),
    /** Wrong words, or a text that does not read. */
    USAGE(2, "usage, or a manifest or record that does not read"),
    /** Blocked. */
    BLOCKED(3, "blocked"),
    /** Evidence does not hold. */
    NOT_VERIFIED(4, "evidence does not hold: bad signature, proof, checkpoint, corrupted registry"),
    /** Nobody can tell. */
    UNDETERMINED(5, "undetermined; also historical answers without --allow-past");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** How a verification ends. */
    static ExitCode of(Verdict verdict, boolean acceptWaivers, boolean allowPast) {
        if (verdict.outcome() == Outcome.BLOCKED) {
            return BLOCKED;
        }
        boolean past = verdict.basis().historical() && !allowPast;
        boolean cleared = verdict.outcome() == Outcome.CLEARED
                || (acceptWaivers && verdict.outcome() == Outcome.CLEARED_WITH_WAIVERS);
        return cleared && !past ? DONE : UNDETERMINED;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }

    /** What it means, in words. */
    public String meaning() {
        return meaning;
    }
}
