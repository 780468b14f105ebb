package org.countenance.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Endorsement.Side;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.registry.Version;
import org.countenance.scope.Worth;
import org.countenance.verify.Validity.Flaw;

/**
 * Whose key signed a record: whether it was in wrong hands, and whether the party's record that lists it holds. While one of a
 * party's records is in doubt, the one that it replaced may be in force (authority.md, Keys).
 */
final class SignerKeys {

    private final RegistryState state;
    private final Validity validity;
    private final Map<Id, Integer> judged = new HashMap<>();

    SignerKeys(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** What is wrong with the key of a record. */
    List<Flaw> flaws(LoggedRecord logged) {
        List<Flaw> flaws = new ArrayList<>();
        Optional<PartyState> party = state.party(logged.record().issuer());
        party.flatMap(known -> known.doubtAbout(logged)).flatMap(this::declared).ifPresent(flaws::add);
        boolean first = logged.content() instanceof Party
                && logged.record().claims().subject().isEmpty();
        if (!first) {
            party.flatMap(known -> listed(known, logged)).ifPresent(flaws::add);
        }
        return flaws;
    }

    /** What a record that others made for a party lacks: a registrar whom policy believes, or friends in good standing. */
    Optional<Flaw> recovered(Ruled<?> made) {
        if (!(made.content() instanceof Party)) {
            return Optional.empty();
        }
        LoggedRecord logged = made.logged();
        boolean byRegistrar = state.party(logged.record().subject())
                .flatMap(party -> party.version(logged.id()))
                .flatMap(Version::recovery)
                .map(recovery -> recovery.isByRegistrar())
                .orElse(false);
        if (byRegistrar) {
            return validity.believes(made, Accreditation.RECOVER)
                    ? Optional.empty()
                    : Optional.of(new Flaw(
                            Rule.AUTHORITY,
                            Worth.NO,
                            List.of(logged.id()),
                            "the trust policy does not believe who recovered its signer's keys"));
        }
        return validity.endorsements(logged.id(), Says.CONFIRMS).stream()
                .flatMap(word -> validity.flaws(word).stream())
                .findFirst()
                .map(flaw -> new Flaw(flaw.rule(), Worth.UNDETERMINED, flaw.records(), flaw.why()));
    }

    private Optional<Flaw> declared(LoggedRecord declaration) {
        Optional<Side> ruling = validity.ruling(declaration.id());
        return ruling.equals(Optional.of(Side.LICENSEE))
                ? Optional.empty()
                : Optional.of(new Flaw(
                        Rule.KEY_COMPROMISED,
                        ruling.isPresent() ? Worth.NO : Worth.UNDETERMINED,
                        List.of(declaration.id()),
                        "the key that signed it was declared compromised"));
    }

    /** Walks back from the record in force while records are in doubt: any of those may be the one in force. */
    private Optional<Flaw> listed(PartyState party, LoggedRecord logged) {
        List<Version> line = party.line(logged.index(), logged.instant());
        judge(party.id(), line);
        List<Flaw> doubts = new ArrayList<>();
        boolean some = false;
        boolean all = true;
        for (int i = line.size() - 1; i >= 0; i--) {
            Ruled<Party> version = line.get(i).made();
            List<Flaw> flaws = validity.flaws(version);
            if (Validity.worth(flaws) != Worth.NO) {
                boolean lists = lists(version.content(), logged.signer());
                some |= lists;
                all &= lists;
            }
            if (flaws.isEmpty()) {
                break;
            }
            doubts.addAll(flaws);
        }
        return (all && some) || doubts.isEmpty()
                ? Optional.empty()
                : Optional.of(because(doubts.get(doubts.size() - 1), some));
    }

    private static boolean lists(Party party, String thumbprint) {
        for (PartyKey key : party.keys()) {
            if (key.thumbprint().equals(thumbprint)) {
                return true;
            }
        }
        return false;
    }

    /** From the first on, so that thousands of records do not wait for each other. */
    private void judge(Id party, List<Version> line) {
        int next = judged.getOrDefault(party, 0);
        while (next < line.size()) {
            judged.put(party, next + 1);
            validity.flaws(line.get(next).made());
            next++;
        }
    }

    /** The oldest doubt is where all others come from. */
    private static Flaw because(Flaw flaw, boolean some) {
        return new Flaw(
                flaw.rule(),
                some ? Worth.UNDETERMINED : Worth.NO,
                flaw.records(),
                "its signer's record of that time: " + flaw.why());
    }
}
