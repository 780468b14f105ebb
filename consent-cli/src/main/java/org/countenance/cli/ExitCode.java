package org.countenance.cli;

import java.util.List;
import org.countenance.report.AuditTitle;
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
        ExitCode code = of(verdict.outcome(), acceptWaivers);
        return code == DONE && verdict.basis().historical() && !allowPast ? UNDETERMINED : code;
    }

    /** How an audit ends: the worst that became of any title, what does not hold before what is blocked. */
    static ExitCode of(List<AuditTitle> titles, boolean acceptWaivers) {
        List<ExitCode> order = List.of(NOT_VERIFIED, BLOCKED, UNDETERMINED, FAILED);
        return order.stream()
                .filter(code -> titles.stream().anyMatch(title -> of(title, acceptWaivers) == code))
                .findFirst()
                .orElse(DONE);
    }

    private static ExitCode of(AuditTitle title, boolean acceptWaivers) {
        return switch (title.state()) {
            case UNPROVEN -> NOT_VERIFIED;
            case UNREADABLE -> FAILED;
            case VERIFIED, KEPT -> of(title.answer().orElseThrow().outcome(), acceptWaivers);
        };
    }

    /** How one ends whose answer is of now. */
    static ExitCode of(Outcome outcome, boolean acceptWaivers) {
        return switch (outcome) {
            case BLOCKED -> BLOCKED;
            case UNDETERMINED -> UNDETERMINED;
            case CLEARED_WITH_WAIVERS -> acceptWaivers ? DONE : UNDETERMINED;
            case CLEARED -> DONE;
        };
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
