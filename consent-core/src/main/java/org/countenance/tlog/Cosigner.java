package org.countenance.tlog;

import java.time.Instant;
import org.countenance.base.Bytes;
import org.countenance.jws.Algorithm;
import org.countenance.jws.Signer;
import org.countenance.jws.VerificationKey;

/** Signs heads of other people's logs with a time (C2SP tlog-cosignature). */
public final class Cosigner {

    private final Signer signer;
    private final VerifierKey key;

    /** Signs under a name with a key of Ed25519 or ML-DSA-44. */
    public Cosigner(String name, Signer signer) {
        this.signer = signer;
        this.key = key(name, signer.verificationKey());
    }

    /** The key that checks what a cosigner of this name and key signs. */
    public static VerifierKey key(String name, VerificationKey key) {
        return new VerifierKey(
                name,
                key.algorithm() == Algorithm.ML_DSA_44
                        ? VerifierKey.Type.ML_DSA_44_COSIGNATURE
                        : VerifierKey.Type.ED25519_COSIGNATURE,
                key);
    }

    /** Whether keys of this kind cosign. */
    public static boolean isFor(Algorithm algorithm) {
        return algorithm == Algorithm.ML_DSA_44 || algorithm == Algorithm.ED25519;
    }

    /** Its own key. */
    public VerifierKey verifierKey() {
        return key;
    }

    /** The line under a head, as of {@code now} in seconds. It says that no larger head has been seen: check that first. */
    public SignedNote.Signature sign(Checkpoint checkpoint, Instant now) {
        long time = now.getEpochSecond();
        Bytes signature = signer.sign(Cosignature.message(key, time, checkpoint));
        return new SignedNote.Signature(key.name(), key.id(), Cosignature.timed(time, signature));
    }
}
