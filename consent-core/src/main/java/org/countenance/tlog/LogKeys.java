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

    /** Wants every one of these that is valid at the checkpoint's instant. */
    public LogKeys(List<Dated> keys) {
        this.keys = List.copyOf(keys);
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
        Instant instant = newestTime(signed, checkpoint)
                .orElseThrow(() -> failure("a cosignature with a time", "none that verifies"));
        for (Dated dated : keys) {
            boolean wanted = dated.valid().contains(instant);
            if (wanted && !isSigned(dated.key(), signed, checkpoint)) {
                throw failure(
                        "a signature by " + dated.key().name() + " with key "
                                + dated.key().id().hex(),
                        "none that verifies");
            }
        }
        return new VerifiedCheckpoint(checkpoint, instant);
    }

    private Optional<Instant> newestTime(SignedNote signed, Checkpoint checkpoint) {
        return keys.stream()
                .filter(dated -> dated.key().type() == VerifierKey.Type.ML_DSA_44_COSIGNATURE)
                .flatMap(dated -> signed.by(dated.key()).stream()
                        .filter(signature -> verifies(dated.key(), signature, checkpoint))
                        .map(signature -> Cosignature.instant(signature.bytes()))
                        .filter(dated.valid()::contains))
                .max(Instant::compareTo);
    }

    private static boolean isSigned(VerifierKey key, SignedNote signed, Checkpoint checkpoint) {
        return signed.by(key).stream().anyMatch(signature -> verifies(key, signature, checkpoint));
    }

    private static boolean verifies(VerifierKey key, SignedNote.Signature signature, Checkpoint checkpoint) {
        Bytes bytes = signature.bytes();
        if (!key.type().isTimed()) {
            return key.key().verifies(Bytes.utf8(checkpoint.text()), bytes);
        }
        if (!Cosignature.tellsInstant(bytes)) {
            return false;
        }
        long time = Cosignature.time(bytes);
        Bytes message = key.type() == VerifierKey.Type.ED25519_COSIGNATURE
                ? Cosignature.ed25519Message(time, checkpoint)
                : Cosignature.mldsaMessage(key.name(), time, checkpoint);
        return key.key().verifies(message, bytes.slice(Long.BYTES, bytes.size()));
    }

    private static NotVerifiedException failure(String wanted, String found) {
        return new NotVerifiedException("checkpoint (LC301)", "wanted " + wanted + ", found " + found);
    }
}
