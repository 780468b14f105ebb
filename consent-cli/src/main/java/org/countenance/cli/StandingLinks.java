package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.Power;
import org.countenance.record.Representative;
import org.countenance.record.Revocation;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** Who may act for a person now: a first look for people, before the registry judges for itself (authority.md). */
final class StandingLinks {

    private final RegistryState state;
    private final Id person;
    private final Instant now;

    StandingLinks(RegistryState state, Id person, Instant now) {
        this.state = state;
        this.person = person;
        this.now = now;
    }

    /** Every link that was ever made to act for the person, whether it stands or not, in log order. */
    List<Link> all() {
        List<Link> links = new ArrayList<>(representatives());
        for (Ruled<Delegation> made : state.delegationsOf(person)) {
            if (made.inFull()) {
                links.add(of(made.logged(), made.content()));
            }
        }
        return links;
    }

    /** The links by which {@code delegate} may use a power for the person now. */
    List<Link> by(Id delegate, Power power) {
        return all().stream()
                .filter(link ->
                        link.delegate().equals(delegate) && link.powers().contains(power))
                .filter(link -> whyNot(link).isEmpty())
                .filter(link -> above(link).stream()
                        .allMatch(each -> each.powers().contains(power)
                                && each.powers().contains(Power.DELEGATE)
                                && whyNot(each).isEmpty()))
                .toList();
    }

    /** The link itself and those that it hangs on, up to the one that the person or a registrar made. */
    List<Link> chain(Link link) {
        List<Link> chain = new ArrayList<>(List.of(link));
        chain.addAll(above(link));
        return chain;
    }

    private List<Link> above(Link link) {
        return state.record(link.id())
                .filter(made -> made.content() instanceof Delegation)
                .map(made -> made.ruling().chain())
                .orElse(List.of());
    }

    /** Why a link does not stand now, in words; empty when it does. */
    String whyNot(Link link) {
        Optional<Ruled<Revocation>> end = state.revocationsOf(link.id()).stream()
                .filter(revocation -> ends(revocation.content(), link))
                .findFirst();
        if (end.isPresent()) {
            return end.get().inFull() ? "ended" : "perhaps ended";
        }
        if (!link.window().contains(now)) {
            return now.isBefore(link.window().from()) ? "not begun yet" : "run out";
        }
        Optional<PartyState> party = state.party(person);
        if (link.capacity() == Capacity.GUARDIAN
                && party.map(each -> each.ofAgeAt(now)).orElse(false)) {
            return "over, since the person came of age";
        }
        boolean living = link.capacity() == Capacity.AGENT || link.capacity() == Capacity.GUILD;
        return living && party.flatMap(PartyState::death).isPresent() ? "over, since the person died" : "";
    }

    private static boolean ends(Revocation revocation, Link link) {
        return revocation.event() == Revocation.Event.INVALIDATED
                || (revocation.event() == Revocation.Event.ENDED
                        && revocation
                                .representative()
                                .map(link.delegate()::equals)
                                .orElse(true));
    }

    private List<Link> representatives() {
        Optional<Ruled<?>> first = state.record(person);
        if (first.isEmpty() || !(first.get().content() instanceof Party party)) {
            return List.of();
        }
        Set<Id> joint = party.representatives().stream()
                .filter(Representative::jointly)
                .map(Representative::party)
                .collect(Collectors.toUnmodifiableSet());
        LoggedRecord made = first.get().logged();
        return party.representatives().stream()
                .map(each -> new Link(
                        made,
                        each.party(),
                        each.capacity(),
                        each.powers(),
                        each.within(),
                        each.terms(),
                        each.window(),
                        0,
                        each.jointly() ? joint : Set.of()))
                .toList();
    }

    private static Link of(LoggedRecord made, Delegation delegation) {
        return new Link(
                made,
                delegation.delegate(),
                delegation.capacity(),
                delegation.powers(),
                delegation.within(),
                delegation.terms(),
                delegation.window(),
                delegation.depth(),
                delegation.jointly());
    }
}
