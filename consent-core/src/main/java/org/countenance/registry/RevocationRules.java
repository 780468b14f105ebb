package org.countenance.registry;

import java.util.Optional;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;
import org.countenance.record.Revocation;

/** Admission of revocations: the table of {@code revocation} in records.md. */
final class RevocationRules {

    private final RegistryState state;
    private final LoggedRecord logged;
    private final Signatory signatory;

    RevocationRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.logged = logged;
        this.signatory = new Signatory(state, logged);
    }

    Ruling judge(Revocation revocation) {
        Optional<Ruled<?>> target = state.record(revocation.target());
        if (target.isPresent() && !target.get().logged().record().subject().equals(signatory.subject())) {
            return Ruling.refused("wanted the target's `sub`, "
                    + target.get().logged().record().subject().shown() + ", found "
                    + signatory.subject().shown());
        }
        return switch (revocation.event()) {
            case WITHDRAWN -> signed().orElseGet(() -> withdrawn(target));
            case RETURNED -> signed().orElseGet(() -> returned(target));
            case LIFTED -> signed().orElseGet(() -> lifted(target));
            case ENDED -> signed().orElseGet(() -> ended(target, revocation));
            case INVALIDATED ->
                signed().flatMap(refusal -> signatory.refusedUnless(PartyKey.Use.MANAGE))
                        .orElseGet(() -> invalidated(target));
            case COMPROMISED -> compromised(revocation.compromise().orElseThrow());
        };
    }

    private Optional<Ruling> signed() {
        return signatory.refusedUnless(PartyKey.Use.SIGN);
    }

    private Ruling withdrawn(Optional<Ruled<?>> target) {
        if (target.isPresent() && !(target.get().content() instanceof Grant)) {
            return Ruling.refused(
                    "wanted a grant as target, found " + target.get().logged());
        }
        return signatory.speaksForItself() ? Ruling.FULL : signatory.acting(Power.WITHDRAW);
    }

    private Ruling returned(Optional<Ruled<?>> target) {
        if (target.isPresent() && !(target.get().content() instanceof Grant)) {
            return Ruling.refused(
                    "wanted a grant as target, found " + target.get().logged());
        }
        boolean licensee = target.map(
                        each -> ((Grant) each.content()).licensees().includes(signatory.issuer()))
                .orElse(true);
        return licensee && signatory.acting().isEmpty() ? Ruling.FULL : refusedSigner("a licensee of the grant");
    }

    private Ruling lifted(Optional<Ruled<?>> target) {
        if (target.isEmpty() || !isLiftable(target.get())) {
            return Ruling.refused("wanted a prohibition or a withdrawal in the log as target, found "
                    + target.map(each -> each.logged().toString()).orElse("none"));
        }
        boolean signer = target.get().logged().record().issuer().equals(signatory.issuer());
        if (target.get().content() instanceof Prohibition prohibition
                && prohibition.ground() == Prohibition.Ground.ORDER) {
            boolean may =
                    (signer && signatory.accredited(Accreditation.ORDER)) || signatory.accredited(Accreditation.COURT);
            return may ? Ruling.FULL : refusedSigner("the order's signer or a court");
        }
        if (signatory.speaksForItself()) {
            boolean minor = state.party(signatory.subject())
                    .map(party -> !party.ofAgeAt(logged.instant()))
                    .orElse(false);
            return minor && !signer
                    ? refusedSigner("while the person is a minor, its signer or a guardian")
                    : Ruling.FULL;
        }
        return liftedByDelegate(target.get(), signer);
    }

    /** A delegate lifts what it set itself, and with the power `lift` what other delegates set; never the person's own. */
    private Ruling liftedByDelegate(Ruled<?> target, boolean signer) {
        boolean hers = target.logged()
                .record()
                .issuer()
                .equals(target.logged().record().subject());
        if (hers) {
            return refusedSigner("the person, whose own no it is,");
        }
        Power set = target.content() instanceof Prohibition ? Power.PROHIBIT : Power.WITHDRAW;
        return signatory.acting(signer ? set : Power.LIFT);
    }

    private static boolean isLiftable(Ruled<?> target) {
        return target.content() instanceof Prohibition
                || (target.content() instanceof Revocation revocation
                        && revocation.event() == Revocation.Event.WITHDRAWN);
    }

    private Ruling ended(Optional<Ruled<?>> target, Revocation revocation) {
        return target.map(each -> mayEnd(each, revocation)).orElse(false)
                ? Ruling.FULL
                : refusedSigner("a party to a delegation or the signer of an endorsement in the log");
    }

    private boolean mayEnd(Ruled<?> target, Revocation revocation) {
        Id issuer = signatory.issuer();
        boolean signer = target.logged().record().issuer().equals(issuer);
        if (target.content() instanceof Delegation delegation) {
            return signer
                    || issuer.equals(signatory.subject())
                    || issuer.equals(delegation.delegate())
                    || isRegistrar();
        }
        if (target.content() instanceof Party party) {
            return revocation
                            .representative()
                            .filter(named -> party.representatives().stream()
                                    .anyMatch(each -> each.party().equals(named)))
                            .isPresent()
                    && (issuer.equals(revocation.representative().get()) || isRegistrar());
        }
        return target.content() instanceof Endorsement endorsement && !endorsement.closes() && signer;
    }

    private boolean isRegistrar() {
        return signatory.accredited(Accreditation.GUARDIAN) || signatory.accredited(Accreditation.ESTATE);
    }

    private Ruling invalidated(Optional<Ruled<?>> target) {
        if (target.isPresent() && target.get().content() instanceof Prohibition) {
            return mayVoidOrder(target.get())
                    ? Ruling.FULL
                    : refusedSigner("the court that made the order, or a court where a registrar made it,");
        }
        if (target.isPresent() && target.get().content().closes()) {
            return Ruling.refused(
                    "wanted an opening record as target, found " + target.get().logged());
        }
        boolean own = target.map(each -> each.logged().record().issuer().equals(signatory.subject())
                        && !(each.content() instanceof Party))
                .orElse(false);
        if (signatory.speaksForItself() && own) {
            return Ruling.refused(
                    "wanted a record that somebody else signed, found one of your own, which can be withdrawn");
        }
        boolean party = target.map(each -> each.content() instanceof Party).orElse(false);
        if (party) {
            return Ruling.unproven(true, "vetoes are not proven by this version");
        }
        return signatory.accredited(Accreditation.RULE) || signatory.speaksForItself()
                ? Ruling.FULL
                : refusedSigner("the person or a party accredited to rule");
    }

    /** An order falls by the court that made it, or by any court where a registrar made it (records.md, revocation). */
    private boolean mayVoidOrder(Ruled<?> order) {
        Id maker = order.logged().record().issuer();
        boolean byCourt = state.accredits(maker, Accreditation.COURT);
        return ((Prohibition) order.content()).ground() == Prohibition.Ground.ORDER
                && signatory.accredited(Accreditation.COURT)
                && (!byCourt || maker.equals(signatory.issuer()));
    }

    private Ruling compromised(Revocation.Compromise compromise) {
        boolean itself = compromise.kid().text().equals(logged.signer());
        Optional<Ruling> refusal = signed().flatMap(any -> signatory.refusedUnless(PartyKey.Use.MANAGE));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean managed = signatory.refusedUnless(PartyKey.Use.MANAGE).isEmpty();
        boolean own = signatory.speaksForItself() && (itself || managed);
        return own || signatory.accredited(Accreditation.RECOVER)
                ? Ruling.unproven(true, "what the key signed is in doubt")
                : refusedSigner("the key itself, a manage key of the party or a party accredited to recover");
    }

    private Ruling refusedSigner(String wanted) {
        return Ruling.refused(
                "wanted " + wanted + " as signer, found " + signatory.issuer().shown());
    }
}
