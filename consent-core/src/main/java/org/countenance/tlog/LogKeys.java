package org.countenance.tlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Window;

/** The keys that a verifier wants under a checkpoint; the only maker of a {@link VerifiedCheckpoint} (log.md, Checkpoint). */
public final class LogKeys {

    private final List<Dated> keys;
    private final WitnessPolicy witnesses;

    /** Wants every one of these that is valid at the checkpoint's instant, and no witnesses. */
    public LogKeys(List<Dated> keys) {
        this(keys, WitnessPolicy.NONE);
    }

    /**
     * Wants every one of these keys that is valid at the checkpoint's instant, and looks for these witnesses: with their
     * quorum they tell that instant, without it the log itself does, and the result says who is missing.
     */
    public LogKeys(List<Dated> keys, WitnessPolicy witnesses) {
        this.keys = List.copyOf(keys);
        this.witnesses = witnesses;
    }

    /**
     * A key and when it is the log's.
     *
     * @param key the key
     * @param valid when
     */
    public record Dated(VerifierKey key, Window valid) {}

    /** Keys that are valid at any time. */
    public static LogKeys always(List<VerifierKey> keys) {
        return new LogKeys(
                keys.stream().map(key -> new Dated(key, Window.ALWAYS)).toList());
    }

    /**
     * Checks a signed note.
     *
     * @throws NotVerifiedException when it does not read, a wanted key has not signed, or no signature tells a time
     */
    public VerifiedCheckpoint verify(Bytes note) throws NotVerifiedException {
        SignedNote signed;
        Checkpoint checkpoint;
        try {
            signed = SignedNote.parse(note);
            checkpoint = Checkpoint.parse(signed.text());
        } catch (MalformedException e) {
            throw new NotVerifiedException("checkpoint (LC301)", e.getMessage());
        }
        Witnessing witnessing = witnesses.witnessing(signed, checkpoint);
        Optional<Instant> own = ownTime(signed, checkpoint);
        Instant instant = witnessing
                .instant()
                .or(() -> own)
                .orElseThrow(() -> failure("a cosignature with a time", "none that verifies"));
        checkSigned(signed, checkpoint, instant);
        return new VerifiedCheckpoint(checkpoint, instant, own, witnessing);
    }

    /** Witnesses never stand in for the log: its own keys have signed, and at least one was its own then. */
    private void checkSigned(SignedNote signed, Checkpoint checkpoint, Instant instant) throws NotVerifiedException {
        List<VerifierKey> wanted = keys.stream()
                .filter(dated -> dated.valid().contains(instant))
                .map(Dated::key)
                .toList();
        if (wanted.isEmpty()) {
            throw failure("a key of the log that is valid at " + instant, "none");
        }
        for (VerifierKey key : wanted) {
            if (signed.by(key).stream().noneMatch(by -> Cosignature.verifies(key, by, checkpoint))) {
                throw failure(
                        "a signature by " + key.name() + " with key " + key.id().hex(), "none that verifies");
            }
        }
    }

    private Optional<Instant> ownTime(SignedNote signed, Checkpoint checkpoint) {
        return keys.stream()
                .filter(dated -> dated.key().type() == VerifierKey.Type.ML_DSA_44_COSIGNATURE)
                .flatMap(dated -> signed.by(dated.key()).stream()
                        .filter(signature -> Cosignature.verifies(dated.key(), signature, checkpoint))
                        .map(signature -> Cosignature.instant(signature.bytes()))
                        .filter(dated.valid()::contains))
                .max(Instant::compareTo);
    }

    private static NotVerifiedException failure(String wanted, String found) {
        return new NotVerifiedException("checkpoint (LC301)", "wanted " + wanted + ", found " + found);
    }
}
