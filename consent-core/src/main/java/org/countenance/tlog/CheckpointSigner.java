package org.countenance.tlog;

import java.time.Instant;
import java.util.List;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.Signer;

/** Signs heads with a log's own two keys: Ed25519, and ML-DSA-44 with a time (log.md, Checkpoint). */
public final class CheckpointSigner {

    private final Signer log;
    private final Signer cosignature;
    private final VerifierKey logKey;
    private final VerifierKey cosignatureKey;

    /** Signs for the log called {@code origin}. */
    public CheckpointSigner(String origin, Signer log, Signer cosignature) {
        this.log = log;
        this.cosignature = cosignature;
        this.logKey = new VerifierKey(origin, VerifierKey.Type.ED25519, log.verificationKey());
        this.cosignatureKey =
                new VerifierKey(origin, VerifierKey.Type.ML_DSA_44_COSIGNATURE, cosignature.verificationKey());
    }

    /** The keys that check what this signs. */
    public List<VerifierKey> verifierKeys() {
        return List.of(logKey, cosignatureKey);
    }

    /** The signed note of a head, cosigned at {@code now}, in seconds. */
    public Bytes sign(Checkpoint checkpoint, Instant now) {
        Bytes signature = log.sign(Bytes.utf8(checkpoint.text()));
        long time = now.getEpochSecond();
        Bytes timed = cosignature.sign(Cosignature.mldsaMessage(cosignatureKey.name(), time, checkpoint));
        return new SignedNote(checkpoint.text(), List.of())
                .with(new SignedNote.Signature(logKey.name(), logKey.id(), signature))
                .with(new SignedNote.Signature(
                        cosignatureKey.name(), cosignatureKey.id(), Cosignature.timed(time, timed)))
                .bytes();
    }

    /**
     * The signed note of a head that is cosigned anew. What others signed under the same text stays; what they signed under
     * another does not hold for this one.
     */
    public Bytes renew(Bytes previous, Checkpoint checkpoint, Instant now) throws MalformedException {
        SignedNote old = SignedNote.parse(previous);
        SignedNote renewed = SignedNote.parse(sign(checkpoint, now));
        if (old.text().equals(renewed.text())) {
            for (SignedNote.Signature signature : old.signatures()) {
                boolean own = verifierKeys().stream().anyMatch(signature::isBy);
                renewed = own ? renewed : renewed.with(signature);
            }
        }
        return renewed.bytes();
    }

    /** The signed head of the log while it has no entry. */
    public Bytes signEmpty(Instant now) {
        return sign(new Checkpoint(logKey.name(), 0, Merkle.EMPTY_ROOT), now);
    }
}
