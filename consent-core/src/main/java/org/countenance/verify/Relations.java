package org.countenance.verify;

import java.util.Optional;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.registry.Link;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** Who is too close to whom to vouch for it: whoever holds its keys, or may replace them (authority.md, Acting for somebody). */
final class Relations {

    private final RegistryState state;

    Relations(RegistryState state) {
        this.state = state;
    }

    /** Whether two parties are one, or one has the other's keys in custody or may replace its record. */
    boolean areRelated(Id one, Id other) {
        return one.equals(other) || isIn(one, other) || isIn(other, one);
    }

    /** Whether {@code holder} has a key of {@code party} in custody or holds a link to it with {@code manage}. */
    private boolean isIn(Id party, Id holder) {
        Optional<PartyState> known = state.party(party);
        boolean custody = known.map(each -> each.current().keys().stream()
                        .anyMatch(key -> key.custody().equals(Optional.of(holder))))
                .orElse(false);
        boolean manages = state.delegationsOf(party).stream()
                .map(Ruled::content)
                .anyMatch(
                        link -> link.delegate().equals(holder) && link.powers().contains(Power.MANAGE));
        boolean represents = known.map(each -> each.first().representatives().stream()
                        .anyMatch(item ->
                                item.party().equals(holder) && item.powers().contains(Power.MANAGE)))
                .orElse(false);
        return custody || manages || represents;
    }

    /** Whether the signer of a link, or its delegate, is related to {@code party}. */
    boolean touches(Link link, Id party) {
        return areRelated(link.delegate(), party)
                || (link.isByRegistrar() && areRelated(link.made().record().issuer(), party));
    }
}
