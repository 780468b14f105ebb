package org.countenance.jws;

/** Says that a key could not be used: nothing was signed. It has no cause, because a cause could quote a secret. */
public final class SignerException extends RuntimeException {

    private final Reason reason;

    /**
     * Tells what was wanted and what was found.
     *
     * @param message in the grammar of all messages, without any secret
     */
    public SignerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What went wrong, for whoever can say what to do about it. */
    public enum Reason {
        /** The PIN or passphrase is another; it was tried once, because tokens lock themselves. */
        PIN,
        /** The token locked itself after wrong PINs. */
        LOCKED,
        /** The library, configuration or file of a keystore is missing or none. */
        LIBRARY,
        /** The keystore has no such key. */
        ENTRY,
        /** The key is of a kind that signs no records. */
        KIND,
        /** The token is not there, or no longer. */
        GONE,
        /** What came back does not verify. */
        FALSE_SIGNATURE
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }
}
