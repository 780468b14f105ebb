package org.countenance.base;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open stretch of time (records.md, Envelope).
 *
 * @param from first instant inside
 * @param until first instant after it, or {@link #NEVER} for one that does not end
 */
public record Window(Instant from, Instant until) {

    /** The end of what is perpetual. */
    public static final Instant NEVER = Instant.MAX;

    /** All of time. */
    public static final Window ALWAYS = new Window(Instant.MIN, NEVER);

    /** Checks {@code from < until}. */
    public Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("wanted from before until, found " + from + " and " + until);
        }
    }

    /** Whether {@code instant} lies inside. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether the whole of {@code other} lies inside. */
    public boolean contains(Window other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    /** Whether some instant lies in both. */
    public boolean meets(Window other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What lies in both, if anything does. */
    public Optional<Window> and(Window other) {
        return meets(other)
                ? Optional.of(new Window(
                        from.isAfter(other.from) ? from : other.from,
                        until.isBefore(other.until) ? until : other.until))
                : Optional.empty();
    }

    // Both written out, as those of an id are.
    @Override
    public boolean equals(Object other) {
        return other instanceof Window window && from.equals(window.from) && until.equals(window.until);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + until.hashCode();
    }

    @Override
    public String toString() {
        return "[" + from + ", " + (until.equals(NEVER) ? "perpetual" : until) + ")";
    }
}
