package org.countenance.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.manifest.Release;
import org.countenance.record.Id;
import org.countenance.scope.Part;
import org.countenance.scope.Region;
import org.countenance.scope.Space;
import org.countenance.scope.TooComplexException;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/** Is this kind of use covered in this release, and if not, why? (decision.md sections 2, 3 and 5) */
final class Decision {

    private final PersonCase person;
    private final UseFacts use;
    private final Release release;
    private final Space space;
    private final List<Weighed> offers = new ArrayList<>();

    private Decision(PersonCase person, UseFacts use, Release release, Region region, int budget) {
        this.person = person;
        this.use = use;
        this.release = release;
        this.space = new Space(region, person.scopes(), person.cuts(), budget);
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

    /** Decides. Beyond {@code budget} nodes the answer is that nobody can tell (LC307). */
    static Answer decide(PersonCase person, UseFacts use, Release release, int budget) {
        Optional<Region> region = use.region(release);
        if (region.isEmpty()) {
            return Answer.only(
                    Rule.OUTSIDE_SCOPE,
                    List.of(),
                    "a use that some release shows",
                    "none of its languages in release `" + release.id() + "`",
                    "release `" + release.id() + "` shows no part of this use");
        }
        try {
            return new Decision(person, use, release, region.get(), budget).answer();
        } catch (TooComplexException e) {
            return Answer.only(
                    Rule.TOO_COMPLEX,
                    List.of(),
                    "a decision of at most " + budget + " nodes",
                    "more",
                    "the grants and prohibitions about this use have too many parts to decide");
        }
    }

    private Answer answer() {
        for (Offer offer : person.offers(use, release.isLabelled())) {
            WorthMap given = offer.given(space, use.filters());
            List<Offer.Touch> touches = offer.touches(space, use.filters());
            offers.add(new Weighed(offer, given, touches, offer.worth(given, touches)));
        }
        WorthMap total = offers.stream().map(Weighed::worth).reduce(space.all(Worth.NO), WorthMap::or);
        if (total.is(Worth.YES)) {
            return covered();
        }
        return uncovered(total.where(Worth.NO), total.where(Worth.UNDETERMINED));
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
        offers.stream().filter(each -> !isCapped(each)).forEach(order::add);
        offers.stream().filter(Decision::isCapped).forEach(order::add);
        return order;
    }

    private static boolean isCapped(Weighed each) {
        return each.offer().grant().content().terms().caps().isPresent();
    }

    private Answer covered() {
        List<Id> ids = new ArrayList<>();
        Set<Id> afterwards = new HashSet<>();
        for (Offer offer : relied()) {
            ids.add(offer.id());
            if (offer.isAfterwards(use.filters())) {
                afterwards.add(offer.id());
            }
        }
        return new Answer(List.of(), List.copyOf(ids), Set.copyOf(afterwards), List.of());
    }

    private Answer uncovered(WorthMap no, WorthMap undetermined) {
        Explanation explanation = new Explanation(person, use, release, space, offers);
        List<Answer.Remark> remarks = explanation.of(no, undetermined);
        List<Part> missing = no.any(Worth.YES) ? no.boxes(Worth.YES) : List.of();
        return new Answer(remarks, List.of(), Set.of(), missing);
    }
}
