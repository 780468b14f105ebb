package org.countenance.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Power;

/** Admission of party records: first ones, rotation, recovery, representatives' updates, deaths (authority.md, Keys). */
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
        Ruled<Party> before = known.before(logged).orElseThrow();
        if (!party.supersedes().equals(Optional.of(before.logged().id()))) {
            return Ruling.refused("wanted `supersedes` to name the record in force, "
                    + before.logged().id().shown() + ", found another");
        }
        UpdateForm form = UpdateForm.of(logged, party, before.content());
        PartyKey.Use use = form == UpdateForm.OWN ? PartyKey.Use.MANAGE : PartyKey.Use.SIGN;
        return signatory
                .refusedUnless(use)
                .or(() -> changed(form, party, before))
                .orElseGet(() -> switch (form) {
                    case OWN -> own(party, before.content());
                    case REPRESENTATIVE -> representative(known, party, before.content());
                    case DEATH -> death(party);
                    case RECOVERY -> recovery(known, party, before.content());
                });
    }

    /** What nobody may change: a party stays what it is, and whoever is not the party repeats what it may not change. */
    private Optional<Ruling> changed(UpdateForm form, Party party, Ruled<Party> before) {
        Party old = before.content();
        if (party.type() != old.type()) {
            return refused("wanted `party` unchanged, found another");
        }
        boolean mayTellOfDeath = form == UpdateForm.DEATH || form == UpdateForm.REPRESENTATIVE;
        if (!party.death().equals(old.death()) && !mayTellOfDeath) {
            return refused("wanted `deceased` unchanged, found another: only a registrar or an estate sets it");
        }
        if (old.death().isPresent() && party.death().isEmpty()) {
            return refused("wanted `deceased`, which may be corrected and not removed, found none");
        }
        if (form == UpdateForm.OWN) {
            return Optional.empty();
        }
        boolean same = party.age().equals(old.age())
                && party.recovery().equals(old.recovery())
                && logged.record()
                        .claims()
                        .annex()
                        .equals(before.logged().record().claims().annex());
        return same
                ? Optional.empty()
                : refused("wanted `annex`, `adultFrom` and `recovery` unchanged by somebody else, found another");
    }

    private Ruling own(Party party, Party before) {
        return party.keys().isEmpty() ? Ruling.refused("wanted at least one key, found none") : replaced(party, before);
    }

    /** Whoever represents somebody without keys may give her some, and an estate may tell of her death. */
    private Ruling representative(PartyState known, Party party, Party before) {
        Ruling acting = signatory.acting(Power.MANAGE);
        if (acting.force() != Ruling.Force.FULL) {
            return acting;
        }
        boolean estate = acting.chain().get(0).capacity() == Capacity.ESTATE;
        if (!party.death().equals(before.death()) && !estate) {
            return Ruling.refused("wanted `deceased` unchanged, found another: only a registrar or an estate sets it");
        }
        if (!UpdateForm.hasSameKeys(party, before) && !known.first().represented()) {
            return Ruling.refused(
                    "wanted the keys unchanged, found others: only a represented person's are set for her");
        }
        Ruling proven = replaced(party, before);
        return proven.admissible() ? acting : proven;
    }

    /** A single registrar suffices, so that nobody's interest can withhold a death. */
    private Ruling death(Party party) {
        if (party.death().isEmpty()) {
            return Ruling.refused("wanted new keys or `deceased` by somebody else, found neither");
        }
        return signatory.accredited(Accreditation.ESTATE)
                ? Ruling.FULL
                : Ruling.refused("wanted a registrar accredited for estates to set `deceased`, found "
                        + signatory.issuer().shown());
    }

    private Ruling recovery(PartyState known, Party party, Party before) {
        if (Recovery.of(state, known, logged).isEmpty()) {
            return Ruling.refused("wanted a registrar that identified the party and may recover it, or one of its "
                    + "recovery parties, found " + signatory.issuer().shown());
        }
        return own(party, before);
    }

    /** Every key new to the party proves itself, so that nobody enrols another's. */
    private Ruling replaced(Party party, Party before) {
        Set<String> enrolled = new HashSet<>();
        before.keys().forEach(key -> enrolled.add(key.thumbprint()));
        return proven(party, enrolled);
    }

    private Ruling proven(Party party, Set<String> enrolled) {
        for (PartyKey key : party.keys()) {
            boolean wanted = key.proof().isPresent() || !enrolled.contains(key.thumbprint());
            if (wanted && !logged.proves(key)) {
                return Ruling.refused("wanted a proof of the new key signed by key `" + key.thumbprint() + "`, found "
                        + (key.proof().isPresent() ? "another" : "none"));
            }
        }
        return Ruling.FULL;
    }

    private static Optional<Ruling> refused(String why) {
        return Optional.of(Ruling.refused(why));
    }

    /** Who replaces the record of a party. */
    enum UpdateForm {
        /** The party, with a key of its own. */
        OWN,
        /** Somebody who acts for it. */
        REPRESENTATIVE,
        /** A registrar, to tell of a death. */
        DEATH,
        /** Others, because keys are lost. */
        RECOVERY;

        static UpdateForm of(LoggedRecord logged, Party party, Party before) {
            if (logged.record().claims().acting().isPresent()) {
                return REPRESENTATIVE;
            }
            if (logged.record().issuer().equals(logged.record().subject())) {
                return OWN;
            }
            return hasSameKeys(party, before) ? DEATH : RECOVERY;
        }

        /** Proofs aside, which belong to the record that enrolled a key. */
        private static boolean hasSameKeys(Party one, Party other) {
            return shape(one).equals(shape(other));
        }

        private static List<PartyKey> shape(Party party) {
            return party.keys().stream()
                    .map(key -> new PartyKey(key.key(), key.powers(), Optional.empty(), key.custody()))
                    .toList();
        }
    }
}
