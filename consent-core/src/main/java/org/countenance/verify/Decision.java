package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Window;
import org.countenance.manifest.Release;
import org.countenance.record.Id;
import org.countenance.scope.Part;
import org.countenance.scope.Region;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.TooComplexException;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/** Is this kind of use covered in this release, and if not, why? (decision.md sections 2, 3 and 5) */
final class Decision {

    private final PersonCase person;
    private final UseFacts use;
    private final List<Offer> candidates;
    private final Space space;
    private final List<Weighed> offers = new ArrayList<>();

    private Decision(PersonCase person, UseFacts use, Region region, List<Offer> candidates, int budget) {
        this.person = person;
        this.use = use;
        this.candidates = candidates;
        Set<Scope> scopes = new LinkedHashSet<>(person.scopes());
        use.asset().scopes().forEach(scopes::add);
        this.space = new Space(region, scopes, cuts(person, candidates), budget);
    }

    /** What some stops bite from is known only with the asset. */
    private static Set<Instant> cuts(PersonCase person, List<Offer> candidates) {
        Set<Instant> cuts = new TreeSet<>(person.cuts());
        for (Offer offer : candidates) {
            for (Stop stop : offer.stops()) {
                stop.bite().windows().forEach((Window window) -> {
                    cuts.add(window.from());
                    cuts.add(window.until());
                });
            }
        }
        return cuts;
    }

    /**
     * A grant weighed against the region.
     *
     * @param offer the grant
     * @param given where it gives consent, events aside
     * @param touches where what bites
     * @param worth what is left
     */
    record Weighed(Offer offer, WorthMap given, List<Offer.Touch> touches, WorthMap worth) {}

    /**
     * Decides. Beyond {@code budget} nodes the answer is that nobody can tell (LC307).
     *
     * @param release one that shows some point of the use
     * @param spent grants whose cap the use would exceed
     */
    static Answer decide(PersonCase person, UseFacts use, Release release, Set<Id> spent, Evidence evidence) {
        int budget = evidence.budget();
        try {
            List<Offer> offers = new ArrayList<>();
            for (Offer each : person.offers(use, release.isLabelled())) {
                Offer offer = spent.contains(each.id()) ? each.with(beyondCap(each)) : each;
                offers.add(comesTooLate(offer, use, evidence) ? offer.with(afterwards(offer)) : offer);
            }
            Region region = use.region(release).orElseThrow();
            Optional<Answer> plain = OneGrant.answer(offers, use.filters(), region);
            if (plain.isPresent()) {
                return plain.get();
            }
            Decision decision = new Decision(person, use, region, offers, budget);
            try {
                return decision.answer();
            } finally {
                evidence.allowance().spend(decision.space.spent());
            }
        } catch (TooComplexException e) {
            return Answer.only(
                    Rule.TOO_COMPLEX,
                    List.of(),
                    "a decision of at most " + budget + " nodes",
                    "more",
                    "the grants and prohibitions about this use have too many parts to decide");
        }
    }

    private static boolean comesTooLate(Offer offer, UseFacts use, Evidence evidence) {
        return evidence.policy().retroactiveBlocks() && offer.isAfterwards(use.filters());
    }

    /** As any stop it is told only where nothing else gives consent. */
    private static Stop afterwards(Offer offer) {
        return Stop.whole(
                Rule.CONSENTED_AFTERWARDS,
                Worth.NO,
                List.of(offer.id()),
                "it was logged after the making, and the trust policy wants consent before");
    }

    private static Stop beyondCap(Offer offer) {
        return Stop.whole(
                Rule.CAP_EXCEEDED,
                Worth.NO,
                List.of(offer.id()),
                "it allows " + Caps.words(offer.grant().content().terms().caps().orElseThrow())
                        + ", and this asset goes beyond that");
    }

    private Answer answer() {
        for (Offer offer : candidates) {
            WorthMap given = offer.given(space, use.filters());
            List<Offer.Touch> touches = offer.touches(space, use);
            offers.add(new Weighed(offer, given, touches, offer.worth(given, touches)));
        }
        WorthMap total = offers.stream().map(Weighed::worth).reduce(space.all(Worth.NO), WorthMap::or);
        List<Id> relied = new ArrayList<>();
        Set<Id> afterwards = new HashSet<>();
        for (Offer offer : relied()) {
            if (!relied.contains(offer.id())) {
                relied.add(offer.id());
            }
            if (offer.isAfterwards(use.filters())) {
                afterwards.add(offer.id());
            }
        }
        if (total.is(Worth.YES)) {
            return new Answer(true, List.of(), List.copyOf(relied), Set.copyOf(afterwards), List.of());
        }
        WorthMap no = total.where(Worth.NO);
        Explanation explanation = new Explanation(person, use, space, offers);
        List<Answer.Remark> remarks = explanation.of(no, total.where(Worth.UNDETERMINED));
        // A grant for the blocked points alone would leave the use undetermined where the others are in doubt.
        WorthMap lacking = total.where(Worth.NO, Worth.UNDETERMINED);
        List<Part> missing = isProhibited(lacking) ? List.of() : lacking.boxes(Worth.YES);
        return new Answer(false, remarks, List.copyOf(relied), Set.copyOf(afterwards), missing);
    }

    /** Whether a no of the person's, or an order, would stop a grant that she signs now. */
    private boolean isProhibited(WorthMap lacking) {
        return person.prohibitions().stream()
                .flatMap(stop -> stop.zone(space, use.filters(), Explanation.NOTHING_OUT).stream())
                .anyMatch(zone -> zone.and(lacking).any(Worth.YES));
    }

    /** Walks the grants in log order and takes one when it raises the worth of what is left. */
    private List<Offer> relied() {
        List<Offer> relied = new ArrayList<>();
        WorthMap held = space.all(Worth.NO);
        for (Weighed each : inOrder()) {
            WorthMap raised = held.or(each.worth());
            if (!raised.equals(held)) {
                relied.add(each.offer());
                held = raised;
            }
        }
        return relied;
    }

    private List<Weighed> inOrder() {
        List<Weighed> order = new ArrayList<>();
        offers.stream().filter(each -> !isCapped(each.offer())).forEach(order::add);
        offers.stream().filter(each -> isCapped(each.offer())).forEach(order::add);
        return order;
    }

    static boolean isCapped(Offer offer) {
        return offer.grant().content().terms().caps().isPresent();
    }
}
