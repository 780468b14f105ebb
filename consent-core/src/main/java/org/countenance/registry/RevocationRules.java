package org.countenance.registry;

import java.util.Optional;
import org.countenance.record.Acting;
import org.countenance.record.Capacity;
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
                state.pending(revocation.target(), logged).isPresent() && signatory.speaksForItself()
                        ? veto()
                        : signed().orElseGet(() -> invalidated(target));
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
        boolean minor = state.party(signatory.subject())
                .map(party -> !party.ofAgeAt(logged.instant()))
                .orElse(false);
        boolean guardian = signatory.acting().map(Acting::capacity).equals(Optional.of(Capacity.GUARDIAN));
        if (minor && !signer && !guardian) {
            return refusedSigner("while the person is a minor, its signer or a guardian");
        }
        if (signatory.speaksForItself()) {
            return Ruling.FULL;
        }
        return minor && guardian ? signatory.acting(Power.LIFT) : liftedByDelegate(target.get(), signer);
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
            Link link = Link.of(target.logged(), delegation);
            return signer
                    || issuer.equals(signatory.subject())
                    || issuer.equals(delegation.delegate())
                    || (link.isByRegistrar() && signatory.accredited(link.accreditation()));
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
        boolean person = signatory.speaksForItself()
                && !target.map(each -> each.content() instanceof Party).orElse(false);
        return signatory.accredited(Accreditation.RULE) || person
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

    /** Whoever still holds the keys says no to a recovery before it takes effect. */
    private Ruling veto() {
        boolean managed = state.party(signatory.subject())
                .flatMap(party -> party.before(logged))
                .map(record -> record.content().keys().stream()
                        .anyMatch(key -> key.powers().contains(PartyKey.Use.MANAGE)))
                .orElse(false);
        return signatory
                .refusedUnless(managed ? PartyKey.Use.MANAGE : PartyKey.Use.SIGN)
                .orElse(Ruling.FULL);
    }

    private Ruling compromised(Revocation.Compromise compromise) {
        String key = compromise.kid().text();
        Optional<PartyState> party = state.party(signatory.subject());
        if (!party.map(each -> each.everListed(key)).orElse(false)) {
            return Ruling.refused("wanted a key of the party, found key `" + key + "`");
        }
        if (signatory.speaksForItself()) {
            return mayDeclare(party.orElseThrow(), key)
                    ? Ruling.FULL
                    : Ruling.refused(
                            "wanted the key itself, a manage key in force for a sign key, or for a manage key one "
                                    + "from an earlier record, found key `" + logged.signer() + "`");
        }
        return signed().orElseGet(() -> signatory.accredited(Accreditation.RECOVER)
                ? Ruling.FULL
                : refusedSigner("the party itself or one accredited to recover"));
    }

    /** Whoever adds a key cannot depose with it those who were there before (authority.md, Compromise). */
    private boolean mayDeclare(PartyState party, String key) {
        if (key.equals(logged.signer())) {
            return true;
        }
        if (party.key(logged, PartyKey.Use.MANAGE).isEmpty() || party.isDeclared(logged.signer())) {
            return false;
        }
        Optional<Long> declared = party.firstListed(key, Optional.of(PartyKey.Use.MANAGE));
        long own = party.firstListed(logged.signer(), Optional.of(PartyKey.Use.MANAGE))
                .orElseThrow();
        return declared.isEmpty()
                || own < party.firstListed(key, Optional.empty()).orElseThrow();
    }

    private Ruling refusedSigner(String wanted) {
        return Ruling.refused(
                "wanted " + wanted + " as signer, found " + signatory.issuer().shown());
    }
}
