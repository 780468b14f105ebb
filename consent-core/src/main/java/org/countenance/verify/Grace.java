package org.countenance.verify;

import java.time.Duration;
import java.time.Instant;
import org.countenance.base.Window;

/** The fourteen days in which a producer may still tell the log what was made (LC132). */
final class Grace {

    private static final Duration LENGTH = Duration.ofDays(14);

    private Grace() {}

    /** The end of the time after {@code end}; never after what does not end. */
    static Instant after(Instant end) {
        return end.isBefore(Window.NEVER.minus(LENGTH)) ? end.plus(LENGTH) : Window.NEVER;
    }

    /** The beginning of the time before {@code end}. */
    static Instant before(Instant end) {
        return end.isAfter(Instant.MIN.plus(LENGTH)) ? end.minus(LENGTH) : Instant.MIN;
    }
}
