package org.countenance.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.countenance.record.Power;

/** What a link lets somebody do, as a verb. */
final class PowerWords {

    private PowerWords() {}

    static String of(Power power) {
        return switch (power) {
            case GRANT -> "give consent";
            case WITHDRAW -> "take consent back";
            case PROHIBIT -> "say no";
            case LIFT -> "lift what delegates stopped";
            case APPROVE -> "approve and reject files";
            case DELEGATE -> "let others act";
            case MANAGE -> "set the person's keys";
        };
    }

    /** All of them, in the order of the specification. */
    static String of(Collection<Power> powers) {
        return powers.stream()
                .sorted(Comparator.naturalOrder())
                .map(PowerWords::of)
                .collect(Collectors.joining(", "));
    }
}
