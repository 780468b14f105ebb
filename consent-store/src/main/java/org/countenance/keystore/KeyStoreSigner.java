package org.countenance.keystore;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import org.countenance.base.Bytes;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.jws.SignerException;
import org.countenance.jws.SignerException.Reason;
import org.countenance.jws.VerificationKey;

/** Signs by a {@code java.security} provider, and releases only what our own verifier takes. */
final class KeyStoreSigner implements Signer {

    private final String where;
    private final VerificationKey verificationKey;
    private final PrivateKey secret;
    private final Engines engines;
    private final String engine;

    private KeyStoreSigner(
            String where, VerificationKey verificationKey, PrivateKey secret, Engines engines, String engine) {
        this.where = where;
        this.verificationKey = verificationKey;
        this.secret = secret;
        this.engines = engines;
        this.engine = engine;
    }

    /** Where signature engines come from: the token's own provider, which alone can use its keys, or any. */
    interface Engines {
        Signature of(String name) throws NoSuchAlgorithmException;
    }

    /**
     * Looks for the way in which this key signs.
     *
     * @throws SignerException when nobody signs by the key's algorithm
     */
    static KeyStoreSigner of(String where, VerificationKey verificationKey, PrivateKey secret, Engines engines) {
        // R and S of 32 bytes each: the form of RFC 7518, not the DER that ECDSA has elsewhere.
        String engine = verificationKey.algorithm() == Algorithm.ES256 ? "SHA256withECDSAinP1363Format" : "Ed25519";
        try {
            engines.of(engine);
        } catch (NoSuchAlgorithmException e) {
            throw new SignerException(
                    Reason.KIND,
                    "wanted a provider that signs by "
                            + verificationKey.algorithm().joseName() + " for " + where + ", found none");
        }
        return new KeyStoreSigner(where, verificationKey, secret, engines, engine);
    }

    @Override
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    @Override
    public Bytes sign(Bytes message) {
        Bytes signature;
        try {
            Signature signing = engines.of(engine);
            signing.initSign(secret);
            signing.update(message.toArray());
            signature = Bytes.of(signing.sign());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new SignerException(
                    Reason.GONE,
                    "wanted a signature by " + where + ", found "
                            + Faults.code(e)
                                    .map(code -> "it failing with " + code)
                                    .orElse("that it does not sign"));
        }
        if (!verificationKey.verifies(message, signature)) {
            throw new SignerException(
                    Reason.FALSE_SIGNATURE,
                    "wanted a signature by " + where + " that verifies, found another: certificate and key do not "
                            + "belong together, or the device is broken");
        }
        return signature;
    }

    @Override
    public String toString() {
        return "private part of " + verificationKey + ", " + where;
    }
}
