package org.countenance.tlog;

import java.time.Instant;

/** A checkpoint that the wanted keys signed; made only by {@link LogKeys}. */
public final class VerifiedCheckpoint {

    private final Checkpoint checkpoint;
    private final Instant instant;

    VerifiedCheckpoint(Checkpoint checkpoint, Instant instant) {
        this.checkpoint = checkpoint;
        this.instant = instant;
    }

    /** The head. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** When it was last cosigned, in seconds. */
    public Instant instant() {
        return instant;
    }
}
