package org.countenance.tlog;

import java.time.Instant;
import java.util.Optional;

/** A checkpoint that the wanted keys signed; made only by {@link LogKeys}. */
public final class VerifiedCheckpoint {

    private final Checkpoint checkpoint;
    private final Instant instant;
    private final Optional<Instant> told;
    private final Witnessing witnessing;

    VerifiedCheckpoint(Checkpoint checkpoint, Instant instant, Optional<Instant> told, Witnessing witnessing) {
        this.checkpoint = checkpoint;
        this.instant = instant;
        this.told = told;
        this.witnessing = witnessing;
    }

    /** The head. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** When it was last cosigned by enough witnesses, or by the log itself where none or too few are; in seconds. */
    public Instant instant() {
        return instant;
    }

    /** When the log itself cosigned it last, whatever witnesses say; its instant where the log tells no time. */
    public Instant signed() {
        return told.orElse(instant);
    }

    /** When the log itself cosigned it last; empty where it tells no time. */
    public Optional<Instant> told() {
        return told;
    }

    /** Who of the wanted witnesses cosigned it, be they enough or not. */
    public Witnessing witnessing() {
        return witnessing;
    }
}
