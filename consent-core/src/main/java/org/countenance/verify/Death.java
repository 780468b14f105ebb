package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** What a person's death takes from her grants (authority.md, The dead; decision.md sections 3 and 9). */
final class Death {

    private final RegistryState state;
    private final Validity validity;

    Death(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    /** When the person died, as far as the log tells. */
    Optional<Instant> of(Id person) {
        return state.party(person).flatMap(PartyState::death);
    }

    /** Whether policy believes who tells of it. */
    boolean isBelieved(Id person) {
        return notice(person)
                .map(notice -> notice.ruling().chain().isEmpty()
                        ? validity.believes(notice, Accreditation.ESTATE)
                        : validity.of(notice) == Worth.YES)
                .orElse(false);
    }

    /** What it takes: new material under grants that do not survive, and everything that nobody but an estate could sign. */
    List<Stop> endings(Ruled<Grant> grant) {
        Id person = grant.logged().record().subject();
        Optional<Instant> died = of(person);
        if (died.isEmpty()) {
            return List.of();
        }
        Instant at = died.get();
        Worth leaves = isBelieved(person) ? Worth.NO : Worth.UNDETERMINED;
        List<Id> records =
                notice(person).map(notice -> List.of(notice.logged().id())).orElse(List.of());
        if (!grant.logged().instant().isBefore(at)) {
            return isEstates(grant)
                    ? List.of()
                    : List.of(Stop.whole(
                            Rule.AFTER_DEATH,
                            leaves,
                            records,
                            "it was signed after the person's death on " + Instants.format(at)
                                    + " by somebody else than her estate"));
        }
        // One whom policy does not believe leaves doubt about every grant, since nobody can tell whether she is dead.
        if (grant.content().terms().survivesDeath() && leaves == Worth.NO) {
            return List.of();
        }
        return List.of(new Stop(
                Rule.ENDED,
                leaves,
                AnyOr.all(),
                Bite.onMaking(new Window(at, Window.NEVER)).ending(),
                records,
                "the person died on " + Instants.format(at)
                        + (leaves == Worth.NO ? "" : ", says a party that the trust policy does not believe")));
    }

    private static boolean isEstates(Ruled<Grant> grant) {
        return !grant.ruling().chain().isEmpty()
                && grant.ruling().chain().get(0).capacity() == Capacity.ESTATE;
    }

    private Optional<Ruled<Party>> notice(Id person) {
        return state.party(person).flatMap(PartyState::deathNotice);
    }
}
