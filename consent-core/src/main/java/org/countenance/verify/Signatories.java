package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Representative;
import org.countenance.record.Revocation;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** Who could sign a grant of a person's today: herself, her guardian with her, her estate (authority.md, Minors, The dead). */
final class Signatories {

    private final RegistryState state;
    private final Validity validity;
    private final Minority minority;
    private final Id producer;
    private final AsOf now;

    Signatories(Evidence evidence, Validity validity) {
        this.state = evidence.state();
        this.validity = validity;
        this.minority = new Minority(evidence.state(), validity);
        this.producer = new Id(evidence.production().producer());
        this.now = evidence.evaluated();
    }

    /**
     * Who it would take; absent where nobody is known whose word would do.
     *
     * @param person whose likeness
     */
    Optional<Signing> of(Id person) {
        Optional<PartyState> party = state.party(person);
        if (party.isEmpty()) {
            return Optional.empty();
        }
        if (party.get().death().isPresent()) {
            List<Acting> estates = acting(party.get(), Capacity.ESTATE);
            return estates.size() == 1 ? Optional.of(estates.get(0).signs(List.of())) : Optional.empty();
        }
        if (isOfAge(party.get())) {
            return Optional.of(new Signing(person, Capacity.SELF, Optional.empty(), List.of()));
        }
        return acting(party.get(), Capacity.GUARDIAN).stream()
                .findFirst()
                .map(guardian -> together(party.get(), guardian));
    }

    private boolean isOfAge(PartyState person) {
        return person.age(any -> true).map(age -> !now.isBefore(age.from())).orElse(true);
    }

    /** Why nobody can sign, in words. */
    String nobody(Id person) {
        Optional<PartyState> party = state.party(person);
        if (party.isEmpty()) {
            return "nobody is registered under this id";
        }
        return party.get().death().isPresent()
                ? "no one estate is known that could sign"
                : "no guardian is known who could sign or consent";
    }

    /** The child with the guardian's consent, or, while she is too young to sign, the other way round. */
    private Signing together(PartyState child, Acting guardian) {
        boolean keyless = child.current().keys().isEmpty();
        if (!keyless && !minority.signsFrom(child.id()).map(now::isBefore).orElse(false)) {
            return new Signing(child.id(), Capacity.SELF, Optional.empty(), guardian.all());
        }
        return guardian.signs(keyless ? List.of() : List.of(child.id()));
    }

    /** A link under which somebody could sign now. */
    private record Acting(Id delegate, Capacity capacity, Id link, Set<Id> jointly) {

        Signing signs(List<Id> more) {
            List<Id> consents = new ArrayList<>(all());
            consents.remove(delegate);
            consents.addAll(more);
            return new Signing(delegate, capacity, Optional.of(link), List.copyOf(consents));
        }

        List<Id> all() {
            return Stream.concat(Stream.of(delegate), jointly.stream().sorted(java.util.Comparator.comparing(Id::text)))
                    .distinct()
                    .toList();
        }
    }

    private List<Acting> acting(PartyState person, Capacity capacity) {
        List<Acting> found = new ArrayList<>();
        state.record(person.id())
                .filter(first -> isBelieved(first, capacity))
                .ifPresent(first -> found.addAll(represented(person, capacity)));
        for (Ruled<Delegation> link : state.delegationsOf(person.id())) {
            Delegation made = link.content();
            if (made.capacity() == capacity
                    && made.powers().contains(Power.GRANT)
                    && now.isIn(made.window())
                    && link.inFull()
                    && isBelieved(link, capacity)
                    && isOpen(link.logged().id(), made.delegate())) {
                found.add(new Acting(made.delegate(), capacity, link.logged().id(), made.jointly()));
            }
        }
        return found;
    }

    private List<Acting> represented(PartyState person, Capacity capacity) {
        return person.first().representatives().stream()
                .filter(each -> each.capacity() == capacity
                        && each.powers().contains(Power.GRANT)
                        && now.isIn(each.window())
                        && isOpen(person.id(), each.party()))
                .map(each -> new Acting(each.party(), capacity, person.id(), each.jointly() ? joint(person) : Set.of()))
                .toList();
    }

    private static Set<Id> joint(PartyState person) {
        return person.first().representatives().stream()
                .filter(Representative::jointly)
                .map(Representative::party)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private boolean isBelieved(Ruled<?> made, Capacity capacity) {
        Accreditation accreditation = capacity == Capacity.ESTATE ? Accreditation.ESTATE : Accreditation.GUARDIAN;
        return validity.believes(made, accreditation) && validity.of(made) == Worth.YES;
    }

    /** Whoever is the producer signs nothing for itself; whoever was dismissed signs nothing. */
    private boolean isOpen(Id link, Id delegate) {
        boolean ended = state.revocationsOf(link).stream()
                .filter(Ruled::inFull)
                .map(Ruled::content)
                .anyMatch(revocation -> revocation.event() == Revocation.Event.ENDED
                        && revocation.representative().map(delegate::equals).orElse(true));
        return !ended && !delegate.equals(producer);
    }
}
