package org.countenance.jws;

/** A text that a known key signed; made only by {@link JwsVerifier}. */
public final class VerifiedJws {

    private final CompactJws jws;
    private final VerificationKey key;

    VerifiedJws(CompactJws jws, VerificationKey key) {
        this.jws = jws;
        this.key = key;
    }

    /** The text. */
    public CompactJws jws() {
        return jws;
    }

    /** The key. */
    public VerificationKey key() {
        return key;
    }
}
