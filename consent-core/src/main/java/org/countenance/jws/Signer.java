package org.countenance.jws;

import org.countenance.base.Bytes;

/**
 * A private key that signs, wherever it is: bytes in, signature out. What signs takes one of these and never sees the secret,
 * which may be in a file, a token or somebody else's service (authority.md, Keys at rest). No signer prints its secret.
 */
public interface Signer {

    /** The public part: its algorithm is how this signs. */
    VerificationKey verificationKey();

    /**
     * Signs {@code message}. What comes back verifies under {@link #verificationKey()} and has exactly its algorithm's length;
     * whether the same message gives the same signature is the signer's business.
     *
     * @throws SignerException when the key cannot be used now, or did not sign rightly; there is no signature then
     */
    Bytes sign(Bytes message);
}
