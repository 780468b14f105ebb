package org.countenance.registry;

import java.util.Optional;
import org.countenance.record.Acting;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;

/** Who signed a record, and for whom, as far as the state before it tells (authority.md). */
final class Signatory {

    private final RegistryState state;
    private final LoggedRecord logged;

    Signatory(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.logged = logged;
    }

    /** Refuses a record that its issuer's keys in force did not sign. */
    Optional<Ruling> refusedUnless(PartyKey.Use use) {
        Optional<PartyState> issuer = state.party(issuer());
        if (issuer.isEmpty()) {
            return Optional.of(Ruling.refused("wanted a registered party as `iss`, found " + issuer().shown()));
        }
        if (!issuer.get().maySign(logged, use)) {
            return Optional.of(Ruling.refused("wanted a key of " + issuer().shown() + " in force with the power `"
                    + (use == PartyKey.Use.SIGN ? "sign" : "manage") + "`, found key `" + logged.signer() + "`"));
        }
        return Optional.empty();
    }

    Id issuer() {
        return logged.record().issuer();
    }

    Id subject() {
        return logged.record().subject();
    }

    Optional<Acting> acting() {
        return logged.record().claims().acting();
    }

    /** Whether the person, or the organisation, speaks for itself. */
    boolean speaksForItself() {
        return issuer().equals(subject()) && acting().isEmpty();
    }

    /** What acting for somebody else counts for, with this power: in full under the chain that holds, or nothing at all. */
    Ruling acting(Power power) {
        if (acting().isEmpty()) {
            return Ruling.refused("wanted the person herself or a capacity, found " + issuer().shown() + " for "
                    + subject().shown());
        }
        Chain.Walk walk = Chain.walk(state, logged, acting().get(), power);
        return walk.holds() ? Ruling.under(walk.links()) : Ruling.refused(walk.fault());
    }

    /** Whether the registry accredits the issuer for this. */
    boolean accredited(Endorsement.Accreditation what) {
        return acting().isEmpty() && state.accredits(issuer(), what);
    }
}
