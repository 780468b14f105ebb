package org.countenance.record;

import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.JwsVerifier;
import org.countenance.jws.VerificationKey;

/** Checks signatures; the only maker of a {@link VerifiedRecord} (decision.md section 5, V4). */
public final class RecordVerifier {

    private RecordVerifier() {}

    /**
     * Checks that {@code key} signed {@code record}, and which of the keys that it lists agreed to that.
     *
     * @throws NotVerifiedException when the algorithm, the thumbprint or the signature is another
     */
    public static VerifiedRecord verify(ParsedRecord record, VerificationKey key) throws NotVerifiedException {
        JwsVerifier.verify(record.jws(), key);
        return new VerifiedRecord(record, key, proven(record));
    }

    private static Set<String> proven(ParsedRecord record) {
        if (!(record.content() instanceof Party party)) {
            return Set.of();
        }
        return party.keys().stream()
                .filter(key ->
                        key.proof().filter(proof -> holds(record, key, proof)).isPresent())
                .map(PartyKey::thumbprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(ParsedRecord record, PartyKey key, Bytes proof) {
        Bytes input = PartyKey.proofInput(
                record.claims().audience(), record.jws().kid(), record.claims().mark());
        return key.key().verifies(input, proof);
    }
}
