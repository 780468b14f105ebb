package org.countenance.base;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 by the JDK, which uses the processor's own instructions. */
public final class Sha256 {

    /** Bytes in a hash. */
    public static final int SIZE = 32;

    /** Never fed, copied for every hash: to ask the platform for another costs more than a short hash itself. */
    private static final MessageDigest FRESH = platform();

    private Sha256() {}

    /** The hash of all parts, one after the other. */
    public static Bytes hash(Bytes... parts) {
        MessageDigest digest = digest();
        for (Bytes part : parts) {
            digest.update(part.shared());
        }
        return Bytes.owned(digest.digest());
    }

    /** The hash of everything that {@code in} still holds; reads it to its end and leaves it open. */
    public static Bytes hash(InputStream in) throws IOException {
        Tee tee = tee(in);
        tee.drain();
        return tee.hash();
    }

    /** A stream that hands on what {@code in} holds and hashes it on the way. */
    public static Tee tee(InputStream in) {
        return new Tee(in, digest());
    }

    private static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return platform();
        }
    }

    private static MessageDigest platform() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A stream that hashes what is read through it. */
    public static final class Tee extends DigestInputStream {

        private Tee(InputStream in, MessageDigest digest) {
            super(in, digest);
        }

        /** Reads to the end, so that the hash is that of the whole. */
        public void drain() throws IOException {
            byte[] buffer = new byte[1 << 16];
            int count;
            do {
                count = read(buffer, 0, buffer.length);
            } while (count >= 0);
        }

        /** The hash of what was read so far; ends the hashing. */
        public Bytes hash() {
            return Bytes.of(getMessageDigest().digest());
        }
    }
}
