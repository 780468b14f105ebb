package org.countenance.verify;

import java.util.Optional;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.CompactJws;
import org.countenance.jws.JwsVerifier;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;

/** Checks what is signed beside the log: by a key of the party that is in force and that nobody declared compromised. */
final class Signatures {

    private final RegistryState state;

    Signatures(RegistryState state) {
        this.state = state;
    }

    /** Whether {@code party} signed this with a key that may sign records now. */
    boolean isBy(Id party, CompactJws jws) {
        Optional<PartyState> known = state.party(party);
        Optional<PartyKey> key = known.filter(each -> !each.isDeclared(jws.kid()))
                .flatMap(each -> each.key(jws.kid(), PartyKey.Use.SIGN));
        try {
            if (key.isPresent()) {
                JwsVerifier.verify(jws, key.get().key());
            }
            return key.isPresent();
        } catch (NotVerifiedException e) {
            return false;
        }
    }
}
