package org.countenance.registry;

import java.util.Optional;
import org.countenance.record.Clearance;
import org.countenance.record.Commitment;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.IndexRoot;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;

/** Admission of what opens: grants, delegations, and the records beside them. */
final class OpeningRules {

    private final RegistryState state;
    private final LoggedRecord logged;
    private final Signatory signatory;

    OpeningRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.logged = logged;
        this.signatory = new Signatory(state, logged);
    }

    Ruling judge(Grant grant) {
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .or(() -> refusedSubject())
                .or(() -> refusedReferences(grant))
                .orElseGet(() -> signatory.speaksForItself() ? Ruling.FULL : signatory.acting(Power.GRANT));
    }

    Ruling judge(Delegation delegation) {
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .or(this::refusedSubject)
                .orElseGet(() -> made(delegation));
    }

    /** Agents and guilds are empowered by the person or a delegate; everybody else by an accredited party. */
    private Ruling made(Delegation delegation) {
        Link link = Link.of(logged, delegation);
        if (link.isByRegistrar()) {
            return refusedUnless(
                            delegation.parent().isEmpty()
                                    && signatory.acting().isEmpty()
                                    && signatory.accredited(link.accreditation()),
                            "a link as " + delegation.capacity().word() + " by an accredited party")
                    .orElse(Ruling.FULL);
        }
        Optional<Ruling> managing = refusedUnless(
                !delegation.powers().contains(Power.MANAGE), "the power `manage` from a registrar or court alone");
        if (managing.isPresent()) {
            return managing.get();
        }
        if (delegation.parent().isEmpty()) {
            return refusedUnless(signatory.speaksForItself(), "a delegation by the person or by a delegate")
                    .orElse(Ruling.FULL);
        }
        Chain.Walk walk = Chain.above(state, logged, delegation.parent().get(), delegation);
        return walk.holds() ? Ruling.under(walk.links()) : Ruling.refused(walk.fault());
    }

    Ruling judge(Clearance clearance) {
        boolean own = signatory.issuer().equals(signatory.subject());
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .or(() -> refusedUnless(
                        own || signatory.accredited(Accreditation.VERIFY),
                        "a clearance by an accredited verifier or the producer"))
                .or(() -> refusedUnless(clearance.producer().equals(signatory.subject()), "the producer as `sub`"))
                .orElse(Ruling.FULL);
    }

    Ruling judge(Commitment commitment) {
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .or(() -> refusedUnless(signatory.speaksForItself(), "a commitment by the producer itself"))
                .orElse(Ruling.FULL);
    }

    Ruling judge(IndexRoot index) {
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .or(() -> refusedUnless(
                        state.own().equals(Optional.of(signatory.issuer())), "the registry's own party as `iss`"))
                .or(() -> refusedUnless(index.size() == logged.index(), "`size` " + logged.index()))
                .orElse(Ruling.FULL);
    }

    private Optional<Ruling> refusedSubject() {
        Optional<PartyState> person = state.party(signatory.subject());
        if (person.isEmpty() && state.record(signatory.subject()).isEmpty()) {
            return Optional.of(Ruling.refused("wanted a registered person as `sub`, found "
                    + signatory.subject().shown()));
        }
        return refusedUnless(person.map(PartyState::isPerson).orElse(true), "a person as `sub`");
    }

    private Optional<Ruling> refusedReferences(Grant grant) {
        if (grant.supersedes().isPresent() && !isOfSubject(grant.supersedes().get(), Grant.class)) {
            return Optional.of(Ruling.refused("wanted `supersedes` to name an earlier grant of the same person, found "
                    + grant.supersedes().get().shown()));
        }
        for (Id prohibition : grant.notwithstanding()) {
            if (!isOfSubject(prohibition, Prohibition.class)) {
                return Optional.of(
                        Ruling.refused("wanted `notwithstanding` to name prohibitions of the same person, found "
                                + prohibition.shown()));
            }
        }
        return Optional.empty();
    }

    private boolean isOfSubject(Id id, Class<? extends Content> type) {
        return state.record(id)
                .filter(target -> type.isInstance(target.content()))
                .filter(target -> target.logged().record().subject().equals(signatory.subject()))
                .isPresent();
    }

    private static Optional<Ruling> refusedUnless(boolean holds, String wanted) {
        return holds ? Optional.empty() : Optional.of(Ruling.refused("wanted " + wanted + ", found another"));
    }
}
