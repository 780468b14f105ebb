package org.countenance.registry;

import java.util.Optional;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;
import org.countenance.record.Prohibition;
import org.countenance.record.Revocation;

/** Admission of endorsements: the table of {@code endorsement} in records.md. */
final class EndorsementRules {

    private final RegistryState state;
    private final LoggedRecord logged;
    private final Signatory signatory;

    EndorsementRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.logged = logged;
        this.signatory = new Signatory(state, logged);
    }

    Ruling judge(Endorsement endorsement) {
        Optional<Ruled<?>> target = state.record(endorsement.target());
        if (target.isEmpty()) {
            return Ruling.refused("wanted a record in the log as target, found "
                    + endorsement.target().shown());
        }
        Id subject = target.get().logged().record().subject();
        if (!subject.equals(signatory.subject())) {
            return Ruling.refused("wanted the target's `sub`, " + subject.shown() + ", found "
                    + signatory.subject().shown());
        }
        boolean managed = endorsement.says() == Says.SAME_PERSON && signatory.speaksForItself();
        return signatory
                .refusedUnless(managed ? PartyKey.Use.MANAGE : PartyKey.Use.SIGN)
                .orElseGet(() -> said(endorsement, target.get()));
    }

    private Ruling said(Endorsement endorsement, Ruled<?> target) {
        if (!isSaidOf(endorsement.says(), target.content())) {
            return Ruling.refused(
                    "wanted a record of which `" + endorsement.says().word() + "` is said, found " + target.logged());
        }
        if (!maySay(endorsement, target)) {
            return Ruling.refused(
                    "wanted a party that may say `" + endorsement.says().word() + "` of this record, found "
                            + signatory.issuer().shown());
        }
        return signatory.acting().isPresent() ? acting(endorsement.says()) : Ruling.FULL;
    }

    private Ruling acting(Says says) {
        return switch (says) {
            case APPROVES, REJECTS -> signatory.acting(Power.APPROVE);
            case CONSENTS -> signatory.acting(Power.GRANT);
            default -> Ruling.refused("wanted the party's own word, found one in a capacity");
        };
    }

    /** The last column of the table. */
    private static boolean isSaidOf(Says says, Content target) {
        return switch (says) {
            case ACCREDITED, IDENTIFIED, SAME_PERSON -> target instanceof Party;
            case CONSENTS -> target instanceof Grant || target instanceof Delegation;
            case ACCEPTS, DISPUTES ->
                target instanceof Grant || target instanceof Revocation || target instanceof Prohibition;
            case REPRESENTS, APPROVES, REJECTS, PAID -> target instanceof Grant;
            case CONFIRMS -> target.closes() || target instanceof Party;
            case RULED -> target.closes();
        };
    }

    private boolean maySay(Endorsement endorsement, Ruled<?> target) {
        boolean person = signatory.speaksForItself();
        return switch (endorsement.says()) {
            case ACCREDITED -> state.own().equals(Optional.of(signatory.issuer())) && !person;
            case IDENTIFIED -> signatory.accredited(Accreditation.IDENTIFY);
            case SAME_PERSON ->
                (person || signatory.accredited(Accreditation.IDENTIFY))
                        && isAnotherPerson(endorsement.other().orElseThrow());
            case ACCEPTS, DISPUTES -> isLicensee(target);
            case APPROVES, REJECTS -> person || signatory.acting().isPresent();
            case PAID -> person;
            case RULED -> signatory.accredited(Accreditation.RULE);
            case CONFIRMS -> mayConfirm(target);
            case CONSENTS -> person || signatory.acting().isPresent() || isJoint(target);
            case REPRESENTS ->
                !state.party(signatory.issuer()).map(PartyState::isPerson).orElse(true);
        };
    }

    private boolean isAnotherPerson(Id other) {
        return !other.equals(signatory.subject())
                && state.party(other).map(PartyState::isPerson).orElse(false)
                && state.party(signatory.subject()).map(PartyState::isPerson).orElse(false);
    }

    /** Friends confirm a recovery; the person with a good key, or who may rule, a closing record in doubt. */
    private boolean mayConfirm(Ruled<?> target) {
        if (target.content() instanceof Party) {
            return state.pending(target.logged().id(), logged)
                    .flatMap(Version::recovery)
                    .map(recovery -> recovery.mayConfirm(signatory.issuer()))
                    .orElse(false);
        }
        return signatory.speaksForItself() || signatory.accredited(Accreditation.RULE);
    }

    /** Whether the issuer must consent to what was signed under a link that it shares. */
    private boolean isJoint(Ruled<?> target) {
        return target.ruling().chain().stream().anyMatch(link -> link.jointly().contains(signatory.issuer()));
    }

    private boolean isLicensee(Ruled<?> target) {
        Ruled<?> at = target;
        while (at.content() instanceof Revocation revocation) {
            Optional<Ruled<?>> ended = state.record(revocation.target());
            if (ended.isEmpty()) {
                return true;
            }
            at = ended.get();
        }
        return at.content() instanceof Grant grant
                ? losesOrKeeps(grant)
                : state.grantsOf(signatory.subject()).stream()
                        .anyMatch(each -> each.content().licensees().includes(signatory.issuer()));
    }

    /**
     * Whether a grant is to the issuer, or takes over from one that was: whoever loses a grant to another is asked too
     * (decision.md section 3, superseded).
     */
    private boolean losesOrKeeps(Grant grant) {
        Optional<Grant> at = Optional.of(grant);
        while (at.isPresent()) {
            if (at.get().licensees().includes(signatory.issuer())) {
                return true;
            }
            at = at.get()
                    .supersedes()
                    .flatMap(state::record)
                    .map(Ruled::content)
                    .filter(Grant.class::isInstance)
                    .map(Grant.class::cast);
        }
        return false;
    }
}
