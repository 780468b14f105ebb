package org.countenance.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Bytes;

/** What timed signatures are over (C2SP tlog-cosignature). */
final class Cosignature {

    /** Bytes of the longest name of a log or cosigner. */
    static final int LONGEST_NAME = 255;

    private static final Bytes SUBTREE = Bytes.utf8("subtree/v1\n\0");

    private Cosignature() {}

    /** The message of an ML-DSA-44 cosignature of a checkpoint: the struct {@code cosigned_message} with start 0. */
    static Bytes mldsaMessage(String cosigner, long time, Checkpoint checkpoint) {
        return Bytes.concat(
                SUBTREE,
                opaque(cosigner),
                Bytes.uint64(time),
                opaque(checkpoint.origin()),
                Bytes.uint64(0),
                Bytes.uint64(checkpoint.size()),
                checkpoint.root());
    }

    /** The message of an Ed25519 cosignature. */
    static Bytes ed25519Message(long time, Checkpoint checkpoint) {
        return Bytes.utf8("cosignature/v1\ntime " + time + "\n" + checkpoint.text());
    }

    /** What stands in the line: the time, then the signature. */
    static Bytes timed(long time, Bytes signature) {
        return Bytes.concat(Bytes.uint64(time), signature);
    }

    static long time(Bytes timed) {
        return ByteBuffer.wrap(timed.toArray()).getLong();
    }

    /** Whether the time is one that a calendar has. */
    static boolean tellsInstant(Bytes timed) {
        return timed.size() > Long.BYTES && time(timed) >= 0 && time(timed) <= Instant.MAX.getEpochSecond();
    }

    static Instant instant(Bytes timed) {
        return Instant.ofEpochSecond(time(timed));
    }

    /** The newest instant at which a key cosigned a head; empty when it did not. */
    static Optional<Instant> newest(VerifierKey key, SignedNote note, Checkpoint checkpoint) {
        return note.by(key).stream()
                .filter(signature -> key.type().isTimed() && verifies(key, signature, checkpoint))
                .map(signature -> instant(signature.bytes()))
                .max(Instant::compareTo);
    }

    /** Whether a signature is the key's over a head, with a time where its type has one. */
    static boolean verifies(VerifierKey key, SignedNote.Signature signature, Checkpoint checkpoint) {
        Bytes bytes = signature.bytes();
        if (!key.type().isTimed()) {
            return key.key().verifies(Bytes.utf8(checkpoint.text()), bytes);
        }
        return tellsInstant(bytes)
                && key.key().verifies(message(key, time(bytes), checkpoint), bytes.slice(Long.BYTES, bytes.size()));
    }

    /** What a key signs to cosign a head at a time. */
    static Bytes message(VerifierKey key, long time, Checkpoint checkpoint) {
        return key.type() == VerifierKey.Type.ED25519_COSIGNATURE
                ? ed25519Message(time, checkpoint)
                : mldsaMessage(key.name(), time, checkpoint);
    }

    private static Bytes opaque(String text) {
        Bytes bytes = Bytes.utf8(text);
        if (bytes.size() == 0 || bytes.size() > LONGEST_NAME) {
            throw new IllegalArgumentException("wanted a name of 1 to 255 bytes, found " + bytes.size());
        }
        return Bytes.concat(Bytes.of((byte) bytes.size()), bytes);
    }
}
