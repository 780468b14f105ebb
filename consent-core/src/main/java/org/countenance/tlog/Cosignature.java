package org.countenance.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
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

    private static Bytes opaque(String text) {
        Bytes bytes = Bytes.utf8(text);
        if (bytes.size() == 0 || bytes.size() > LONGEST_NAME) {
            throw new IllegalArgumentException("wanted a name of 1 to 255 bytes, found " + bytes.size());
        }
        return Bytes.concat(Bytes.of((byte) bytes.size()), bytes);
    }
}
