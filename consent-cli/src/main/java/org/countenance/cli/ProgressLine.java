package org.countenance.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** How far something has come and how long it will take, for a person at a terminal; nothing in its first second. */
final class ProgressLine {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int WIDTH = 30;

    private final Surroundings surroundings;
    private final String things;
    private final Instant begun;
    private boolean shown;

    ProgressLine(Surroundings surroundings, String things) {
        this.surroundings = surroundings;
        this.things = things;
        this.begun = surroundings.clock().instant();
    }

    void at(long done, long all) {
        Duration passed = Duration.between(begun, surroundings.clock().instant());
        if (!surroundings.terminal() || passed.compareTo(PATIENCE) < 0 || done == 0) {
            return;
        }
        int filled = (int) (WIDTH * done / Math.max(1, all));
        long left = passed.toSeconds() * (all - done) / done;
        String far = surroundings.said(done + " of " + all + " " + things + ", " + left + " s left");
        // Nothing ends this line, for which a stream that speaks would wait.
        PrintStream to = Spoken.raw(surroundings.err());
        to.print("\r" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + " " + far + "  ");
        to.flush();
        shown = true;
    }

    void end() {
        if (shown) {
            surroundings.err().println();
        }
    }
}
