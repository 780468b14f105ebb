package org.countenance.verify;

import java.util.Optional;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.CompactJws;
import org.countenance.jws.JwsVerifier;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.scope.Worth;

/** Checks what is signed beside the log: by a key of the party that is in force and that nobody declared compromised. */
final class Signatures {

    private final RegistryState state;
    private final Validity validity;

    Signatures(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** Whether {@code party} signed this with a key that may sign records now. */
    boolean isBy(Id party, CompactJws jws) {
        Optional<PartyKey> key = state.party(party)
                .filter(known -> !known.isDeclared(jws.kid()) && isInForce(known))
                .flatMap(known -> known.current().key(jws.kid(), PartyKey.Use.SIGN));
        try {
            if (key.isPresent()) {
                JwsVerifier.verify(jws, key.get().key());
            }
            return key.isPresent();
        } catch (NotVerifiedException e) {
            return false;
        }
    }

    /** Whether nobody doubts the party's record, which others could have made with a stolen key. */
    private boolean isInForce(PartyState party) {
        return state.record(party.currentEntry().id())
                .map(record -> validity.of(record) == Worth.YES)
                .orElse(false);
    }
}
