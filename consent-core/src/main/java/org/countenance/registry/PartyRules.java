package org.countenance.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordVerifier;

/** Admission of party records: first ones, and rotation by a manage key (authority.md, Keys). */
final class PartyRules {

    private final RegistryState state;
    private final LoggedRecord logged;
    private final Signatory signatory;

    PartyRules(RegistryState state, LoggedRecord logged) {
        this.state = state;
        this.logged = logged;
        this.signatory = new Signatory(state, logged);
    }

    Ruling judge(Party party) {
        if (logged.record().claims().subject().isEmpty()) {
            return party.represented() ? represented(party) : first(party);
        }
        return state.party(signatory.subject())
                .map(known -> update(known, party))
                .orElseGet(() -> Ruling.refused("wanted a registered party as `sub`, found "
                        + signatory.subject().shown()));
    }

    private Ruling first(Party party) {
        if (party.keys().stream().noneMatch(key -> key.thumbprint().equals(logged.signer()))) {
            return Ruling.refused(
                    "wanted a first record signed by one of its own keys, found key `" + logged.signer() + "`");
        }
        if (party.death().isPresent()) {
            return Ruling.refused("wanted a living person's own record, found `deceased`");
        }
        return proven(party, Set.of());
    }

    /** A person who holds no key is registered by a registrar accredited for every capacity that it names. */
    private Ruling represented(Party party) {
        boolean may = party.representatives().stream()
                .allMatch(each -> signatory.accredited(
                        each.capacity() == Capacity.GUARDIAN ? Accreditation.GUARDIAN : Accreditation.ESTATE));
        return signatory
                .refusedUnless(PartyKey.Use.SIGN)
                .orElseGet(() -> may
                        ? Ruling.FULL
                        : Ruling.refused("wanted a registrar accredited for every representative's capacity, found "
                                + signatory.issuer().shown()));
    }

    private Ruling update(PartyState known, Party party) {
        if (!party.supersedes().equals(Optional.of(known.currentEntry().id()))) {
            return Ruling.refused("wanted `supersedes` to name the record in force, "
                    + known.currentEntry().id().shown() + ", found another");
        }
        if (!signatory.speaksForItself()) {
            return signatory.refusedUnless(PartyKey.Use.SIGN).orElseGet(() -> death(known, party));
        }
        return signatory.refusedUnless(PartyKey.Use.MANAGE).orElseGet(() -> ownUpdate(known, party));
    }

    /** A registrar accredited for estates sets or corrects a death and repeats everything else; nobody removes one. */
    private Ruling death(PartyState known, Party party) {
        Party before = known.current();
        boolean same = party.type() == before.type()
                && shape(party).equals(shape(before))
                && logged.record()
                        .claims()
                        .annex()
                        .equals(known.currentEntry().record().claims().annex())
                && party.age().equals(before.age())
                && party.recovery().equals(before.recovery());
        if (party.death().isEmpty() || !same) {
            return Ruling.unproven(false, "an update by somebody else, which this version does not prove");
        }
        return signatory.accredited(Accreditation.ESTATE)
                ? Ruling.FULL
                : Ruling.refused("wanted a registrar accredited for estates to set `deceased`, found "
                        + signatory.issuer().shown());
    }

    /** The keys of a party without their proofs, which belong to the record that enrolled them. */
    private static List<PartyKey> shape(Party party) {
        return party.keys().stream()
                .map(key -> new PartyKey(key.key(), key.powers(), Optional.empty(), key.custody()))
                .toList();
    }

    private Ruling ownUpdate(PartyState known, Party party) {
        Party before = known.current();
        if (party.type() != before.type()) {
            return Ruling.refused("wanted `party` unchanged, found another");
        }
        if (!party.age().equals(before.age())) {
            return Ruling.refused(
                    "wanted `adultFrom` unchanged, found another: only a registrar's identification changes it");
        }
        if (!party.death().equals(before.death())) {
            return Ruling.refused("wanted `deceased` unchanged, found another: only a registrar or an estate sets it");
        }
        if (party.keys().isEmpty()) {
            return Ruling.refused("wanted at least one key, found none");
        }
        Set<String> enrolled = new HashSet<>();
        before.keys().forEach(key -> enrolled.add(key.thumbprint()));
        return proven(party, enrolled);
    }

    /** Every key new to the party proves itself, so that nobody enrols another's. */
    private Ruling proven(Party party, Set<String> enrolled) {
        for (PartyKey key : party.keys()) {
            if (key.proof().isPresent() || !enrolled.contains(key.thumbprint())) {
                try {
                    RecordVerifier.verifyProof(logged.record(), key);
                } catch (NotVerifiedException e) {
                    return Ruling.refused(e.getMessage());
                }
            }
        }
        return Ruling.FULL;
    }
}
