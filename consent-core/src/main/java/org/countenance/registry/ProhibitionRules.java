package org.countenance.registry;

import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;

/** Admission of prohibitions (records.md, {@code prohibition}). */
final class ProhibitionRules {

    private final RegistryState state;
    private final Signatory signatory;

    ProhibitionRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.signatory = new Signatory(state, logged);
    }

    Ruling judge(Prohibition prohibition) {
        return signatory.refusedUnless(PartyKey.Use.SIGN).orElseGet(() -> switch (prohibition.ground()) {
            case STANDING -> standing();
            case STRIKE -> strike();
            case ORDER -> order();
        });
    }

    private Ruling strike() {
        return state.party(signatory.issuer()).map(PartyState::isPerson).orElse(true)
                ? Ruling.refused("wanted a strike by a guild, found one by a person")
                : Ruling.FULL;
    }

    private Ruling standing() {
        if (signatory.speaksForItself()) {
            return Ruling.FULL;
        }
        return signatory.acting(Power.PROHIBIT);
    }

    private Ruling order() {
        return signatory.accredited(Accreditation.ORDER)
                ? Ruling.FULL
                : Ruling.refused("wanted an order by a party accredited for orders, found one by "
                        + signatory.issuer().shown());
    }
}
