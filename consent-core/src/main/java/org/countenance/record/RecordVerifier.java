package org.countenance.record;

import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.JwsVerifier;
import org.countenance.jws.VerificationKey;

/** Checks signatures; the only maker of a {@link VerifiedRecord} (decision.md section 5, V4). */
public final class RecordVerifier {

    private RecordVerifier() {}

    /**
     * Checks that {@code key} signed {@code record}.
     *
     * @throws NotVerifiedException when the algorithm, the thumbprint or the signature is another
     */
    public static VerifiedRecord verify(ParsedRecord record, VerificationKey key) throws NotVerifiedException {
        JwsVerifier.verify(record.jws(), key);
        return new VerifiedRecord(record, key);
    }

    /**
     * Checks that a listed key itself agreed to be listed in this record.
     *
     * @throws NotVerifiedException when the proof is missing or another
     */
    public static void verifyProof(ParsedRecord record, PartyKey key) throws NotVerifiedException {
        Optional<Bytes> proof = key.proof();
        if (proof.isEmpty()) {
            throw new NotVerifiedException(
                    "proof of a new key", "wanted a signature by key `" + key.thumbprint() + "`, found none");
        }
        Bytes input = PartyKey.proofInput(
                record.claims().audience(), record.jws().kid(), record.claims().mark());
        if (!key.key().verifies(input, proof.get())) {
            throw new NotVerifiedException(
                    "proof of a new key", "wanted a signature by key `" + key.thumbprint() + "`, found another");
        }
    }
}
