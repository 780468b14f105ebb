package org.countenance.verify;

import java.time.Instant;
import org.countenance.base.Window;

/**
 * The instant that an answer is of. Whatever depends on it asks here, and here it is kept between which two instants every such
 * question has the same answer: as long as nothing else changes, the answer to the whole is the same there (SPEC, How long an
 * answer keeps). For one thread at a time.
 */
final class AsOf {

    private final Instant instant;
    private Instant since = Instant.MIN;
    private Instant until = Window.NEVER;

    AsOf(Instant instant) {
        this.instant = instant;
    }

    /** The instant itself: for words and for what is proposed, never to compare it with another. */
    Instant instant() {
        return instant;
    }

    /** Whether it is before {@code other}. */
    boolean isBefore(Instant other) {
        if (instant.isBefore(other)) {
            until = other.isBefore(until) ? other : until;
            return true;
        }
        since = other.isAfter(since) ? other : since;
        return false;
    }

    /** Whether it is after {@code other}. */
    boolean isAfter(Instant other) {
        return other.isBefore(Window.NEVER) && !isBefore(other.plusNanos(1));
    }

    /** Whether it lies in a window. */
    boolean isIn(Window window) {
        return !isBefore(window.from()) && isBefore(window.until());
    }

    /** From now on nothing is said of any other instant. */
    void keepsNoLonger() {
        since = instant;
        until = instant.plusNanos(1);
    }

    /** Between which instants every question that was asked has the same answer. */
    Window keeps() {
        return new Window(since, until);
    }
}
