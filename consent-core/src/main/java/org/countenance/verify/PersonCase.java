package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.manifest.Portrays;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Terms.Duty;
import org.countenance.registry.Ruled;
import org.countenance.scope.Context;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** Everything that the log says about one person's consent to one production. */
final class PersonCase {

    private final Id person;
    private final Evidence evidence;
    private final Stops stops;
    private final Identities identities;
    private final Duties duties;
    private final List<Ruled<Grant>> grants = new ArrayList<>();
    private final List<Ruled<Grant>> elsewhere = new ArrayList<>();
    private final Map<Id, Ruled<Grant>> underlying = new LinkedHashMap<>();
    private final List<Ruled<Grant>> askingForApproval;
    private final int toOthers;
    private final boolean asksForCharacter;
    private final boolean capped;
    private final Optional<Instant> died;
    private final NavigableSet<Instant> cuts = new TreeSet<>();
    private final Set<Scope> scopes = new LinkedHashSet<>();
    private final Map<Kind, List<Offer>> offers = new HashMap<>();

    PersonCase(Id person, Evidence evidence, Stops stops) {
        this.person = person;
        this.evidence = evidence;
        this.stops = stops;
        this.identities = stops.identities();
        this.duties = new Duties(stops.endings(), stops.authority());
        List<Ruled<Grant>> all = evidence.state().grantsOf(person);
        Id producer = new Id(evidence.production().producer());
        for (Ruled<Grant> grant : all) {
            if (grant.content().licensees().includes(producer)) {
                boolean here = Pins.name(grant.content().productions(), evidence.production());
                (here ? grants : elsewhere).add(grant);
            }
        }
        this.toOthers = all.size() - grants.size() - elsewhere.size();
        grants.forEach(this::underlie);
        this.askingForApproval = underlying.values().stream()
                .filter(grant -> grant.content().terms().duties().contains(Duty.APPROVAL))
                .toList();
        this.asksForCharacter = underlying.values().stream()
                .anyMatch(grant -> !grant.content().characters().any());
        this.capped =
                grants.stream().anyMatch(grant -> grant.content().terms().caps().isPresent());
        this.died = stops.authority().death().of(person);
        collectCuts();
    }

    /** Uses of one kind meet the same grants with the same stops. */
    private record Kind(
            boolean namedOnly, boolean labelled, Optional<String> character, boolean minor, AssetFacts asset) {

        // Written out, as that of an id is.
        @Override
        public int hashCode() {
            return Objects.hash(namedOnly, labelled, character, minor, asset);
        }
    }

    Id person() {
        return person;
    }

    /** The grants to this producer for this production, in log order, whatever they are worth. */
    List<Ruled<Grant>> grants() {
        return Collections.unmodifiableList(grants);
    }

    /** The grants to this producer for other productions, in log order. */
    List<Ruled<Grant>> grantsElsewhere() {
        return Collections.unmodifiableList(elsewhere);
    }

    /** Those of them, and of what a sub-licence among them passes on, that ask for the person's approval of each asset. */
    List<Ruled<Grant>> askingForApproval() {
        return askingForApproval;
    }

    private void underlie(Ruled<Grant> grant) {
        if (underlying.put(grant.logged().id(), grant) == null) {
            evidence.state().headOf(grant).ifPresent(this::underlie);
        }
    }

    /** How many grants the person gave to others. */
    int grantsToOthers() {
        return toOthers;
    }

    /** Whether any grant is for named characters; where none is, a character tells nothing apart. */
    boolean asksForCharacter() {
        return asksForCharacter;
    }

    /** Whether any of the grants has a cap. */
    boolean isCapped() {
        return capped;
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
        Kind kind = new Kind(use.namedOnly(), labelled, use.character(), isMinorsMaterial(use), use.asset());
        return offers.computeIfAbsent(kind, this::offers);
    }

    private List<Offer> offers(Kind kind) {
        List<Offer> all = new ArrayList<>();
        grants.forEach(grant -> all.addAll(offersOf(grant, kind)));
        long found = 0;
        for (Offer offer : all) {
            found += offer.stops().size();
        }
        evidence.allowance().stops(found);
        return List.copyOf(all);
    }

    /** The grant from its own entry on, and as it takes over what it replaced with the licensees' consent. */
    private List<Offer> offersOf(Ruled<Grant> grant, Kind kind) {
        List<Offer> all = new ArrayList<>();
        for (Optional<Offer> under : heads(grant, kind)) {
            all.add(offer(grant, stops.authority().since(grant), Optional.empty(), under, kind));
            replaced(grant)
                    .map(earlier -> offersOf(earlier, kind))
                    .ifPresent(earlier -> earlier.forEach(
                            each -> all.add(offer(grant, each.since(), Optional.of(each), under, kind))));
        }
        return all;
    }

    /** What a sub-licence stands under, in every way in which that counts; nothing for every other grant. */
    private List<Optional<Offer>> heads(Ruled<Grant> grant, Kind kind) {
        return evidence.state()
                .headOf(grant)
                .map(head -> offersOf(head, kind).stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
    }

    private Offer offer(Ruled<Grant> grant, Instant since, Optional<Offer> replaced, Optional<Offer> under, Kind kind) {
        // Nothing is ratified for a minor, nor in a context that is given by name (decision.md section 3, Made
        // afterwards).
        boolean ratifies = grant.content().ratifies() && !kind.namedOnly() && !kind.minor();
        return new Offer(
                grant,
                since,
                ratifies,
                replaced,
                under,
                stopsOn(grant, since, kind),
                permission -> isUnproven(permission, grant, kind));
    }

    private Optional<Ruled<Grant>> replaced(Ruled<Grant> grant) {
        return grant.content()
                .supersedes()
                .filter(any -> Stops.mayReplace(grant))
                .flatMap(earlier -> grants.stream()
                        .filter(each -> each.logged().id().equals(earlier))
                        .filter(each -> stops.disputes()
                                        .accepted(
                                                grant.logged().id(),
                                                each.content().licensees())
                                == Worth.YES)
                        .findFirst());
    }

    /** The instants that a grant counts from: its own, and those of what it replaced. */
    private Set<Instant> since(Ruled<Grant> grant) {
        Optional<Ruled<Grant>> earlier = replaced(grant);
        if (earlier.isEmpty()) {
            return Set.of(stops.authority().since(grant));
        }
        Set<Instant> since = new LinkedHashSet<>(Set.of(stops.authority().since(grant)));
        while (earlier.isPresent()) {
            since.add(stops.authority().since(earlier.get()));
            earlier = replaced(earlier.get());
        }
        return since;
    }

    /** Whether the use shows, or was made of, somebody under age. */
    boolean isMinorsMaterial(UseFacts use) {
        boolean minor = !stops.validity().isOfAge(person, use.filters().made().from());
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

    /** The contexts of a use that nobody declares: after her death, every use is posthumous (authority.md, The dead). */
    Set<Context> computed(Window made) {
        boolean posthumous = died.map(made.until()::isAfter).orElse(false)
                && stops.authority().death().isBelieved(person);
        return posthumous ? Set.of(Context.POSTHUMOUS) : Set.of();
    }

    private List<Stop> stopsOn(Ruled<Grant> grant, Instant since, Kind use) {
        List<Stop> all = new ArrayList<>(stops.on(grant, since, use.namedOnly()));
        List<Stop> unproven = all.stream()
                .flatMap(stop -> unprovenBefore(stop, grant, use.asset()).stream())
                .toList();
        all.addAll(unproven);
        new GrantChecks(evidence, identities, grant).check(use.namedOnly(), use.character(), all);
        all.addAll(duties.unmet(grant, use.labelled(), use.asset()));
        return List.copyOf(all);
    }

    /** Whether the time of making ran out, and the log did not know the asset in time (LC132). */
    private boolean isUnproven(Scope permission, Ruled<Grant> grant, Kind use) {
        Instant limit = Grace.after(permission.made().until());
        return evidence.evaluated().isAfter(limit)
                && !use.asset().anchoredBefore(limit, grant.logged().id());
    }

    /** What may have been made after a grant ended and dated back (LC132). */
    private Optional<Stop> unprovenBefore(Stop stop, Ruled<Grant> grant, AssetFacts asset) {
        if (!stop.bite().ends() || stop.bite().made().isEmpty()) {
            return Optional.empty();
        }
        Instant end = stop.bite().made().get().from();
        Instant limit = Grace.after(end);
        if (!evidence.evaluated().isAfter(limit)
                || asset.anchoredBefore(limit, grant.logged().id())) {
            return Optional.empty();
        }
        return Optional.of(new Stop(
                Rule.MADE_UNPROVEN,
                Worth.UNDETERMINED,
                stop.scopes(),
                stop.within(),
                stop.bite().onMakingBefore(new Window(Grace.before(end), end)),
                stop.records(),
                "it ended on " + Instants.format(end)
                        + ", and nothing in the log from within fourteen days shows that the asset existed by then"));
    }

    /** Every instant that any kind of use may meet; what only some assets meet, they bring along. */
    private void collectCuts() {
        stops.validity().age(person).ifPresent(age -> cuts.add(age.from()));
        died.ifPresent(cuts::add);
        for (Ruled<Grant> grant : underlying.values()) {
            Set<Instant> counted = since(grant);
            cuts.addAll(counted);
            Authority.known(grant, this::cut, this::cut);
            grant.content().permissions().forEach(this::cut);
            grant.content().prohibitions().forEach(this::cut);
            for (boolean namedOnly : new boolean[] {false, true}) {
                for (Instant since : counted) {
                    List<Stop> found = stops.on(grant, since, namedOnly);
                    evidence.allowance().stops(found.size());
                    found.forEach(this::cut);
                }
            }
        }
        prohibitions().forEach(this::cut);
    }

    private void cut(Stop stop) {
        stop.bite().windows().forEach(this::cut);
        if (stop.bite().ends()) {
            stop.bite().made().map(made -> Grace.before(made.from())).ifPresent(cuts::add);
        }
        stop.scopes().items().forEach(this::cut);
        stop.within().forEach(bound -> bound.items().forEach(this::cut));
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
}
