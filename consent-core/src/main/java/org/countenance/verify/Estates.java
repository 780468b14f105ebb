package org.countenance.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Representative;
import org.countenance.record.Revocation.Event;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Whether everybody who holds a dead person's estate stands behind a grant: two who do not act together leave doubt (authority.md, The dead). */
final class Estates {

    private final RegistryState state;
    private final Validity validity;

    Estates(RegistryState state, Validity validity) {
        this.state = state;
        this.validity = validity;
    }

    List<Stop> endings(Ruled<Grant> grant) {
        boolean byEstate = grant.ruling().chain().stream().anyMatch(link -> link.capacity() == Capacity.ESTATE);
        if (!byEstate) {
            return List.of();
        }
        Set<Id> others = holders(grant.logged());
        grant.ruling().chain().forEach(link -> others.remove(link.delegate()));
        validity.endorsements(grant.logged().id(), Says.CONSENTS).stream()
                .filter(word -> word.inFull() && validity.of(word) == Worth.YES)
                .forEach(word -> others.remove(word.logged().record().issuer()));
        return others.stream()
                .map(other -> Stop.whole(
                        Rule.AUTHORITY,
                        Worth.UNDETERMINED,
                        List.of(grant.logged().id()),
                        "another estate of the same person, " + other.shown() + ", did not consent to it"))
                .toList();
    }

    /** Everybody who held an estate of the person when a record was logged. */
    private Set<Id> holders(LoggedRecord at) {
        Id person = at.record().subject();
        Set<Id> holders = new LinkedHashSet<>();
        state.delegationsOf(person).stream()
                .filter(made -> made.inFull() && made.logged().index() < at.index())
                .filter(made -> made.content().capacity() == Capacity.ESTATE)
                .filter(made -> made.content().window().contains(at.instant()))
                .filter(made -> !isEnded(made.logged().id(), made.content().delegate(), at))
                .filter(made -> validity.believes(made, Accreditation.ESTATE) && validity.of(made) != Worth.NO)
                .forEach(made -> holders.add(made.content().delegate()));
        state.party(person).stream()
                .flatMap(party -> party.first().representatives().stream())
                .filter(each ->
                        each.capacity() == Capacity.ESTATE && each.window().contains(at.instant()))
                .map(Representative::party)
                .filter(each -> !isEnded(person, each, at))
                .forEach(holders::add);
        return holders;
    }

    private boolean isEnded(Id link, Id delegate, LoggedRecord at) {
        return state.revocationsOf(link).stream()
                .filter(each -> each.inFull() && each.logged().index() < at.index())
                .filter(each ->
                        each.content().event() == Event.ENDED || each.content().event() == Event.INVALIDATED)
                .anyMatch(each ->
                        each.content().representative().map(delegate::equals).orElse(true));
    }
}
