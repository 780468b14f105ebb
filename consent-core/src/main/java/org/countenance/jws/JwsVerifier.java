package org.countenance.jws;

import org.countenance.base.NotVerifiedException;

/** Checks signatures; the only maker of a {@link VerifiedJws}. */
public final class JwsVerifier {

    private JwsVerifier() {}

    /**
     * Checks that {@code key} signed {@code jws}, by the algorithm of the key.
     *
     * @throws NotVerifiedException when algorithm, thumbprint or signature is another
     */
    public static VerifiedJws verify(CompactJws jws, VerificationKey key) throws NotVerifiedException {
        String wanted = key.algorithm().joseName();
        if (!jws.alg().equals(wanted)) {
            throw new NotVerifiedException(
                    "signature", "wanted algorithm " + wanted + " of the key, found " + jws.alg());
        }
        if (!jws.kid().equals(key.thumbprint())) {
            throw new NotVerifiedException(
                    "signature", "wanted key `" + key.thumbprint() + "`, found `" + jws.kid() + "`");
        }
        if (!key.verifies(jws.signingInput(), jws.signature())) {
            throw new NotVerifiedException(
                    "signature", "wanted a signature by key `" + key.thumbprint() + "`, found another");
        }
        return new VerifiedJws(jws, key);
    }
}
