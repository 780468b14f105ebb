package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.record.Party;

/**
 * A record by which others replace the lost keys of a party: by a registrar that identified it, or by so many of those whom the
 * record in force names. It takes effect seven days after it is complete, unless somebody who still holds the keys says no
 * (authority.md, Recovery).
 */
public final class Recovery {

    private static final Duration DELAY = Duration.ofDays(7);

    private final Set<Id> helpers;
    private final long threshold;
    private final boolean byRegistrar;
    private final Set<Id> confirmed = new HashSet<>();
    private Instant completed = Window.NEVER;
    private boolean vetoed;

    private Recovery(Set<Id> helpers, long threshold, boolean byRegistrar) {
        this.helpers = helpers;
        this.threshold = threshold;
        this.byRegistrar = byRegistrar;
    }

    /** What a record would be as a recovery of the party in force; empty when its signer may not recover it. */
    static Optional<Recovery> of(RegistryState state, PartyState known, LoggedRecord logged) {
        Id signer = logged.record().issuer();
        if (state.accredits(signer, Accreditation.RECOVER) && hasIdentified(state, known, signer)) {
            return Optional.of(new Recovery(Set.of(), 0, true).confirmed(signer, logged.instant()));
        }
        return known.current()
                .recovery()
                .filter(recovery -> recovery.parties().contains(signer))
                .map(recovery -> new Recovery(recovery.parties(), recovery.threshold(), false)
                        .confirmed(signer, logged.instant()));
    }

    /** Whether the registrar's identification of the party as it is now stands. */
    private static boolean hasIdentified(RegistryState state, PartyState known, Id registrar) {
        Optional<String> annex = known.currentEntry().record().claims().annex();
        Party now = known.current();
        return state.endorsementsOf(known.id()).stream()
                .filter(word -> word.inFull()
                        && word.content().says() == Endorsement.Says.IDENTIFIED
                        && word.logged().record().issuer().equals(registrar))
                .filter(word -> !state.isEnded(word.logged().id(), Long.MAX_VALUE))
                .filter(word -> word.content()
                        .identification()
                        .map(Endorsement.Identification::annex)
                        .equals(annex))
                .anyMatch(word -> known.before(word.logged())
                        .map(then -> then.content().age().equals(now.age()))
                        .orElse(false));
    }

    /** Whether a registrar made it, whom a trust policy believes or not. */
    public boolean isByRegistrar() {
        return byRegistrar;
    }

    boolean mayConfirm(Id party) {
        return helpers.contains(party);
    }

    Recovery confirmed(Id party, Instant instant) {
        confirmed.add(party);
        if (confirmed.size() >= threshold && completed.equals(Window.NEVER)) {
            completed = instant;
        }
        return this;
    }

    void veto() {
        vetoed = true;
    }

    Instant effective() {
        return vetoed || completed.equals(Window.NEVER) ? Window.NEVER : completed.plus(DELAY);
    }
}
