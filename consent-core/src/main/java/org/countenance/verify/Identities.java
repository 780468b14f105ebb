package org.countenance.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.record.Assurance;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** How well people were identified when they signed, by parties that policy believes (authority.md, Identity level). */
final class Identities {

    private final RegistryState state;
    private final Validity validity;
    private final Map<Id, Assurance.Identity> known = new HashMap<>();

    Identities(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** The least level of everyone whose word a record rests on, judged at its entry. */
    Assurance.Identity of(Ruled<?> record) {
        Id id = record.logged().id();
        Assurance.Identity level = known.get(id);
        if (level == null) {
            level = found(record);
            known.put(id, level);
        }
        return level;
    }

    private Assurance.Identity found(Ruled<?> record) {
        LoggedRecord logged = record.logged();
        Assurance.Identity level = of(logged.record().subject(), logged);
        if (!logged.record().issuer().equals(logged.record().subject())) {
            level = lesser(level, of(logged.record().issuer(), logged));
        }
        for (Link link : record.ruling().chain()) {
            level = lesser(level, of(link.delegate(), logged));
        }
        return level;
    }

    private static Assurance.Identity lesser(Assurance.Identity one, Assurance.Identity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Assurance.Identity of(Id party, LoggedRecord at) {
        Optional<PartyState> known = state.party(party);
        List<Ruled<Endorsement>> words = validity.endorsements(party, Says.IDENTIFIED);
        if (known.isEmpty() || words.isEmpty()) {
            return Assurance.Identity.SELF;
        }
        return words.stream()
                .filter(word -> word.logged().index() < at.index())
                .filter(word -> !state.isEnded(word.logged().id(), at.index()))
                .filter(word -> validity.believes(word, Accreditation.IDENTIFY) && validity.of(word) == Worth.YES)
                .filter(word -> holds(known.get(), word, at))
                .map(word -> level(word.content()))
                .max(Assurance.Identity::compareTo)
                .orElse(Assurance.Identity.SELF);
    }

    /** It falls when the party's words or its majority change. */
    private static boolean holds(PartyState party, Ruled<Endorsement> word, LoggedRecord at) {
        Optional<Ruled<Party>> examined = party.before(word.logged());
        Optional<Ruled<Party>> used = party.before(at);
        if (examined.isEmpty() || used.isEmpty()) {
            return false;
        }
        Optional<String> annex = used.get().logged().record().claims().annex();
        return annex.equals(word.content().identification().map(Endorsement.Identification::annex))
                && used.get().content().age().equals(examined.get().content().age());
    }

    private static Assurance.Identity level(Endorsement identified) {
        return switch (identified.identification().orElseThrow().level()) {
            case DOCUMENTED -> Assurance.Identity.DOCUMENTED;
            case IN_PERSON -> Assurance.Identity.IN_PERSON;
            case QUALIFIED -> Assurance.Identity.QUALIFIED;
        };
    }
}
