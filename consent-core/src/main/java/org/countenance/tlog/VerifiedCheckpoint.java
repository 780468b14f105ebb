package org.countenance.tlog;

import java.time.Instant;

/** A checkpoint that the wanted keys signed; made only by {@link LogKeys}. */
public final class VerifiedCheckpoint {

    private final Checkpoint checkpoint;
    private final Instant instant;
    private final Instant signed;
    private final Witnessing witnessing;

    VerifiedCheckpoint(Checkpoint checkpoint, Instant instant, Instant signed, Witnessing witnessing) {
        this.checkpoint = checkpoint;
        this.instant = instant;
        this.signed = signed;
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
        return signed;
    }

    /** Who of the wanted witnesses cosigned it, be they enough or not. */
    public Witnessing witnessing() {
        return witnessing;
    }
}
