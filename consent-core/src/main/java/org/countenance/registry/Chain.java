package org.countenance.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.record.Acting;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.Power;
import org.countenance.record.Representative;
import org.countenance.record.Revocation;
import org.countenance.record.Revocation.Event;

/**
 * Walks from a signer to the person in whose name it signs: at the record's entry, every link up to the person must stand and
 * name the power that is used (authority.md, Acting for somebody).
 */
final class Chain {

    /** How long a chain may be. */
    static final int LONGEST = 8;

    private static final String TOO_LONG = "wanted a chain of at most " + LONGEST + " parties, each once, found more";

    private final RegistryState state;
    private final LoggedRecord record;
    private final List<Link> links = new ArrayList<>();

    private Chain(RegistryState state, LoggedRecord record) {
        this.state = state;
        this.record = record;
    }

    /**
     * A chain, or why there is none.
     *
     * @param links from the signer's link to the one that the person or a registrar made
     * @param fault what does not hold; empty when all does
     */
    record Walk(List<Link> links, String fault) {

        boolean holds() {
            return fault.isEmpty();
        }
    }

    /** The chain under which {@code record} was signed, for a use of {@code power}. */
    static Walk walk(RegistryState state, LoggedRecord record, Acting acting, Power power) {
        Chain chain = new Chain(state, record);
        String fault = chain.climb(acting.link(), record.record().issuer(), acting.capacity(), power);
        return new Walk(fault.isEmpty() ? List.copyOf(chain.links) : List.of(), fault);
    }

    /** The chain under which a delegation was made by a delegate: the links above it. */
    static Walk above(RegistryState state, LoggedRecord record, Id parent, Delegation made) {
        Chain chain = new Chain(state, record);
        String fault = chain.climb(parent, record.record().issuer(), Optional.empty(), Power.DELEGATE);
        if (fault.isEmpty() && chain.links.get(0).depth() <= made.depth()) {
            fault = "wanted a parent with more than " + made.depth() + " further links left, found "
                    + chain.links.get(0).depth();
        }
        return new Walk(fault.isEmpty() ? List.copyOf(chain.links) : List.of(), fault);
    }

    private String climb(Id first, Id signer, Capacity capacity, Power power) {
        return climb(first, signer, Optional.of(capacity), power);
    }

    private String climb(Id first, Id signer, Optional<Capacity> capacity, Power power) {
        Set<Id> seen = new HashSet<>(Set.of(record.record().subject()));
        Id at = first;
        Id delegate = signer;
        Optional<Capacity> wanted = capacity;
        while (true) {
            Optional<Link> link = find(at, delegate);
            if (link.isEmpty()
                    || wanted.map(each -> each != link.get().capacity()).orElse(false)) {
                return "wanted a link to " + delegate.shown()
                        + wanted.map(each -> " as " + each.word()).orElse("") + ", found " + at.shown();
            }
            if (links.size() == LONGEST || !seen.add(delegate)) {
                return TOO_LONG;
            }
            links.add(link.get());
            String fault = fault(link.get(), power);
            if (!fault.isEmpty()) {
                return fault;
            }
            if (link.get().isSublicence()) {
                return rest(link.get());
            }
            Optional<Id> parent = parent(link.get());
            if (parent.isEmpty()) {
                return "";
            }
            at = parent.get();
            delegate = link.get().made().record().issuer();
            wanted = Optional.empty();
        }
    }

    /** A grant stands for itself: under what it was signed was judged when it was logged, and bounds what is passed on. */
    private String rest(Link grant) {
        links.addAll(state.record(grant.id()).orElseThrow().ruling().chain());
        Set<Id> parties = new HashSet<>(Set.of(record.record().subject()));
        boolean once = links.stream().map(Link::delegate).allMatch(parties::add);
        return once && links.size() <= LONGEST ? "" : TOO_LONG;
    }

    private Optional<Link> find(Id id, Id delegate) {
        Optional<Ruled<?>> made = state.record(id)
                .filter(Ruled::inFull)
                .filter(each ->
                        each.logged().record().subject().equals(record.record().subject()));
        if (made.isEmpty()) {
            return Optional.empty();
        }
        LoggedRecord logged = made.get().logged();
        if (made.get().content() instanceof Delegation delegation) {
            return Optional.of(Link.of(logged, delegation))
                    .filter(link -> link.delegate().equals(delegate));
        }
        if (made.get().content() instanceof Grant grant) {
            return Optional.of(Link.of(logged, grant, delegate))
                    .filter(link -> grant.licensees().includes(delegate));
        }
        if (made.get().content() instanceof Party party) {
            Set<Id> joint = party.representatives().stream()
                    .filter(Representative::jointly)
                    .map(Representative::party)
                    .collect(Collectors.toUnmodifiableSet());
            return party.representatives().stream()
                    .filter(each -> each.party().equals(delegate))
                    .map(each -> Link.of(logged, each, joint))
                    .findFirst();
        }
        return Optional.empty();
    }

    private static Optional<Id> parent(Link link) {
        return link.made().content() instanceof Delegation delegation ? delegation.parent() : Optional.empty();
    }

    /** Why a link does not carry the record; empty when it does. */
    private String fault(Link link, Power power) {
        boolean above = links.size() > 1;
        if (!link.powers().contains(power) || (above && !link.powers().contains(Power.DELEGATE))) {
            return "wanted a link with the power `"
                    + (above && link.powers().contains(power) ? Power.DELEGATE : power).word() + "`, found link "
                    + link.id().shown() + " without it";
        }
        if (above && link.depth() < links.size() - 1) {
            return "wanted a link that may be passed on so often, found link "
                    + link.id().shown() + " of depth " + link.depth();
        }
        if (!link.window().contains(record.instant())) {
            return "wanted a link in its window, found link " + link.id().shown() + " outside it";
        }
        if (isOver(link)) {
            return "wanted a link that stands, found link " + link.id().shown() + ", which ended before";
        }
        return "";
    }

    private boolean isOver(Link link) {
        boolean ended = state.revocationsOf(link.id()).stream()
                .filter(Ruled::inFull)
                .map(Ruled::content)
                .anyMatch(revocation -> ends(revocation, link));
        Optional<PartyState> person = state.party(record.record().subject());
        boolean grown = link.capacity() == Capacity.GUARDIAN
                && person.map(party -> party.ofAgeAt(record.instant())).orElse(false);
        boolean dead = (link.capacity() == Capacity.AGENT || link.capacity() == Capacity.GUILD)
                && person.flatMap(PartyState::death).isPresent();
        return ended || grown || dead;
    }

    private static boolean ends(Revocation revocation, Link link) {
        return revocation.event() == Event.INVALIDATED
                || (revocation.event() == Event.ENDED
                        && revocation
                                .representative()
                                .map(link.delegate()::equals)
                                .orElse(true));
    }
}
