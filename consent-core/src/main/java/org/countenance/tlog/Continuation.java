package org.countenance.tlog;

import java.util.Optional;
import org.countenance.base.Count;
import org.countenance.base.NotVerifiedException;

/**
 * Whether a head that a log signed continues the one that a witness remembers (C2SP tlog-witness).
 *
 * @param answer how it relates to it
 * @param why what was wanted and found; empty where it continues it
 */
public record Continuation(Answer answer, String why) {

    /** How an offered head relates to the remembered one. */
    public enum Answer {
        /** It is the same, or holds it. */
        CONTINUES,
        /** Whoever asks thinks of another remembered head, so that nothing can be told. */
        OTHER_OLD_SIZE,
        /** It is smaller than what the log has signed before. */
        ROLLED_BACK,
        /** It does not hold what the log has signed before, or nobody showed that it does. */
        FORKED
    }

    /**
     * Compares heads.
     *
     * @param remembered the head that was cosigned last, if any was
     * @param offered the head of the request, whose signatures by the log have been checked
     */
    public static Continuation of(Optional<Checkpoint> remembered, Checkpoint offered, AddCheckpoint request) {
        long size = remembered.map(Checkpoint::size).orElse(0L);
        if (offered.size() < size) {
            return new Continuation(
                    Answer.ROLLED_BACK,
                    "wanted a head of at least the " + Count.of(size, "entry") + " cosigned before, found one of "
                            + offered.size());
        }
        Checkpoint old = remembered.orElseGet(() -> new Checkpoint(offered.origin(), 0, Merkle.EMPTY_ROOT));
        if (offered.size() == size && !offered.root().equals(old.root())) {
            return new Continuation(
                    Answer.FORKED,
                    "wanted the head of " + Count.of(size, "entry") + " cosigned before with the root "
                            + old.rootBase64() + ", found one with the root " + offered.rootBase64());
        }
        if (request.oldSize() != size) {
            return new Continuation(
                    Answer.OTHER_OLD_SIZE,
                    "wanted `old " + size + "`, since that head was cosigned last, found `old " + request.oldSize()
                            + "`");
        }
        return size == 0 ? new Continuation(Answer.CONTINUES, "") : proven(old, offered, request);
    }

    private static Continuation proven(Checkpoint old, Checkpoint offered, AddCheckpoint request) {
        try {
            Merkle.verifyConsistency(old.size(), offered.size(), request.proof(), old.root(), offered.root());
            return new Continuation(Answer.CONTINUES, "");
        } catch (NotVerifiedException e) {
            return new Continuation(Answer.FORKED, e.getMessage());
        }
    }
}
