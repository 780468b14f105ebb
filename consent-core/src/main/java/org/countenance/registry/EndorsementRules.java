package org.countenance.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;
import org.countenance.record.Revocation;

/** Admission of endorsements: the table of {@code endorsement} in records.md. */
final class EndorsementRules {

    private static final Set<Says> NOT_PROVEN = EnumSet.of(Says.SAME_PERSON);

    private final RegistryState state;
    private final Signatory signatory;

    EndorsementRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
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
        PartyKey.Use use = endorsement.says() == Says.SAME_PERSON ? PartyKey.Use.MANAGE : PartyKey.Use.SIGN;
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .flatMap(refusal -> signatory.refusedUnless(use))
                .orElseGet(() -> said(endorsement, target.get()));
    }

    private Ruling said(Endorsement endorsement, Ruled<?> target) {
        if (!maySay(endorsement.says(), target)) {
            return Ruling.refused(
                    "wanted a party that may say `" + endorsement.says().word() + "` of this record, found "
                            + signatory.issuer().shown());
        }
        if (NOT_PROVEN.contains(endorsement.says())) {
            return Ruling.unproven(endorsement.closes(), "endorsements of this kind are not proven by this version");
        }
        return signatory.acting().isPresent() ? acting(endorsement.says()) : Ruling.FULL;
    }

    private Ruling acting(Says says) {
        return switch (says) {
            case APPROVES, REJECTS -> signatory.acting(Power.APPROVE);
            case CONSENTS -> signatory.acting(Power.GRANT);
            default -> signatory.unproven();
        };
    }

    private boolean maySay(Says says, Ruled<?> target) {
        boolean person = signatory.speaksForItself();
        return switch (says) {
            case ACCREDITED ->
                state.own().equals(Optional.of(signatory.issuer()))
                        && state.party(signatory.subject()).isPresent();
            case IDENTIFIED -> signatory.accredited(Accreditation.IDENTIFY);
            case SAME_PERSON -> person || signatory.accredited(Accreditation.IDENTIFY);
            case ACCEPTS, DISPUTES -> isLicensee(target);
            case APPROVES, REJECTS -> person || signatory.acting().isPresent();
            case PAID -> person;
            case RULED -> signatory.accredited(Accreditation.RULE);
            case CONFIRMS -> person || signatory.accredited(Accreditation.RULE);
            case CONSENTS -> person || signatory.acting().isPresent() || isJoint(target);
            case REPRESENTS -> true;
        };
    }

    /** Whether the issuer must consent to what was signed under a link that it shares. */
    private boolean isJoint(Ruled<?> target) {
        return target.ruling().chain().stream().anyMatch(link -> link.jointly().contains(signatory.issuer()));
    }

    private boolean isLicensee(Ruled<?> target) {
        if (target.content() instanceof Grant grant) {
            // Whoever loses a grant to another is asked too (decision.md section 3, superseded).
            return grant.licensees().includes(signatory.issuer())
                    || grant.supersedes()
                            .flatMap(state::record)
                            .map(this::isLicensee)
                            .orElse(false);
        }
        if (target.content() instanceof Revocation revocation) {
            return state.record(revocation.target()).map(this::isLicensee).orElse(true);
        }
        return state.grantsOf(signatory.subject()).stream()
                .anyMatch(grant -> grant.content().licensees().includes(signatory.issuer()));
    }
}
