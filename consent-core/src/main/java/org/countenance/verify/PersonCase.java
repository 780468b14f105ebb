package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Window;
import org.countenance.manifest.Portrays;
import org.countenance.record.AnyOr;
import org.countenance.record.Assurance;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.PartyState;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Context;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** Everything that the log says about one person's consent to one production. */
final class PersonCase {

    private final Id person;
    private final Evidence evidence;
    private final List<Ruled<Grant>> grants;
    private final int toOthers;
    private final Stops stops;
    private final NavigableSet<Instant> cuts = new TreeSet<>();
    private final Set<Scope> scopes = new LinkedHashSet<>();
    private final Map<OfferKey, List<Offer>> offers = new HashMap<>();

    PersonCase(Id person, Evidence evidence) {
        this.person = person;
        this.evidence = evidence;
        this.stops = new Stops(evidence.state(), evidence.policy(), evidence.production());
        List<Ruled<Grant>> all = evidence.state().grantsOf(person);
        this.grants = all.stream().filter(this::isForThisWork).toList();
        this.toOthers = all.size() - grants.size();
        collectCuts();
    }

    Id person() {
        return person;
    }

    /** The grants to this producer for this production, in log order, whatever they are worth. */
    List<Ruled<Grant>> grants() {
        return grants;
    }

    /** How many grants the person gave to others or for other productions. */
    int grantsToOthers() {
        return toOthers;
    }

    /** Instants at which something about this person changes. */
    NavigableSet<Instant> cuts() {
        return cuts;
    }

    /** Every scope that says something about this person. */
    Set<Scope> scopes() {
        return scopes;
    }

    /** The person's prohibitions, as they touch a use even without a grant. */
    List<Stop> prohibitions() {
        return stops.without(person);
    }

    /** The grants and what stops them for such a use. */
    List<Offer> offers(UseFacts use, boolean labelled) {
        OfferKey key = new OfferKey(use.namedOnly(), labelled, use.character(), isMinorsMaterial(use));
        return offers.computeIfAbsent(
                key,
                any -> grants.stream()
                        .map(grant -> new Offer(grant, stopsOn(grant, key)))
                        .toList());
    }

    /** Whether the use shows, or was made of, somebody under age. */
    boolean isMinorsMaterial(UseFacts use) {
        boolean minor = party().map(party -> !party.ofAgeAt(use.filters().made().from()))
                .orElse(false);
        return minor || use.portrays().equals(Optional.of(Portrays.MINOR));
    }

    /** Contexts that nobody can grant for this use, because a minor is shown. */
    List<Context> neverGranted(UseFacts use) {
        return isMinorsMaterial(use)
                ? use.filters().contexts().stream()
                        .filter(context -> context.namedOnly() || context == Context.GRAPHIC_VIOLENCE)
                        .sorted()
                        .toList()
                : List.of();
    }

    Optional<PartyState> party() {
        return evidence.state().party(person);
    }

    private record OfferKey(boolean namedOnly, boolean labelled, Optional<String> character, boolean minor) {}

    private List<Stop> stopsOn(Ruled<Grant> grant, OfferKey use) {
        List<Stop> all = new ArrayList<>(stops.on(grant, use.namedOnly()));
        new GrantChecks(evidence, grant).check(use.namedOnly(), use.labelled(), use.character(), all);
        boolean signedYoung =
                party().map(party -> !party.ofAgeAt(grant.logged().instant())).orElse(false);
        if (signedYoung) {
            all.add(Stop.whole(
                    Rule.MINOR, Worth.NO, List.of(grant.logged().id()), "signed by a minor without a guardian"));
        }
        return List.copyOf(all);
    }

    private boolean isForThisWork(Ruled<Grant> grant) {
        return grant.content().licensees().includes(new Id(evidence.production().producer()))
                && Pins.name(grant.content().productions(), evidence.production());
    }

    private void collectCuts() {
        party().flatMap(party -> party.current().age()).ifPresent(age -> cuts.add(age.from()));
        for (Ruled<Grant> grant : grants) {
            cuts.add(grant.logged().instant());
            grant.content().permissions().forEach(this::cut);
            grant.content().prohibitions().forEach(this::cut);
            for (boolean namedOnly : new boolean[] {false, true}) {
                stops.on(grant, namedOnly).forEach(this::cut);
            }
        }
        prohibitions().forEach(this::cut);
    }

    private void cut(Stop stop) {
        cut(stop.period());
        AnyOr<Scope> scopes = stop.scopes();
        scopes.items().forEach(this::cut);
    }

    private void cut(Scope scope) {
        scopes.add(scope);
        cut(scope.made());
        cut(scope.shown());
    }

    private void cut(Window window) {
        cuts.add(window.from());
        cuts.add(window.until());
    }

    /** Whether policy wants more than that people say themselves who they are. */
    boolean isBelowPolicy() {
        return evidence.policy().identity() != Assurance.Identity.SELF;
    }

    RegistryState state() {
        return evidence.state();
    }
}
