package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.Ruled;
import org.countenance.scope.Filters;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * A grant by the person to the producer for the production: what it gives, and what stops it. A grant that replaced another
 * with the licensees' consent is two of these: one from its own entry on, and one that covers what the other one covered as if
 * logged with it (decision.md sections 3 and 9).
 *
 * @param grant the grant
 * @param since the log instant that it counts from
 * @param ratifies whether it covers what was made before
 * @param replaced what it stands in place of
 * @param under what its licensee was granted, where it passes that on: nobody gives more than he has
 * @param stops what stops it for this kind of use
 * @param unproven permissions whose time of making ran out without proof that the asset was made by then (LC132)
 */
record Offer(
        Ruled<Grant> grant,
        Instant since,
        boolean ratifies,
        Optional<Offer> replaced,
        Optional<Offer> under,
        List<Stop> stops,
        Predicate<Scope> unproven) {

    /** The grant's id. */
    Id id() {
        return grant.logged().id();
    }

    /** The same with one more stop. */
    Offer with(Stop stop) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(stop);
        return new Offer(grant, since, ratifies, replaced, under, List.copyOf(more), unproven);
    }

    /** Whether the material was begun before the grant was logged. */
    boolean isAfterwards(Filters use) {
        return since.isAfter(use.made().from());
    }

    /** Where the grant gives consent, events aside: the permissions that apply without what is carved out of them. */
    WorthMap given(Space space, Filters use) {
        return given(space, use, permission -> true);
    }

    private WorthMap given(Space space, Filters use, Predicate<Scope> wanted) {
        if (isAfterwards(use) && !ratifies) {
            return space.all(Worth.NO);
        }
        WorthMap given = space.all(Worth.NO);
        for (Scope permission : grant.content().permissions()) {
            if (permission.permits(use) && wanted.test(permission)) {
                given = given.or(space.permitted(permission));
            }
        }
        for (Scope carved : grant.content().prohibitions()) {
            if (carved.forbids(use)) {
                given = given.minus(space.forbidden(carved, Window.ALWAYS));
            }
        }
        return replaced.isPresent() ? given.and(replaced.get().given(space, use)) : given;
    }

    /** What is left of {@code given} after every stop. */
    WorthMap worth(WorthMap given, List<Touch> touches) {
        WorthMap worth = given;
        for (Touch touch : touches) {
            WorthMap left = touch.stop().leaves() == Worth.NO
                    ? touch.zone().invert()
                    : touch.zone().invert().or(touch.space().all(Worth.UNDETERMINED));
            worth = worth.and(left);
        }
        return worth;
    }

    /** Where the stops bite in this region. */
    List<Touch> touches(Space space, UseFacts use) {
        return touches(space, use, use.asset().out(id()));
    }

    private List<Touch> touches(Space space, UseFacts use, Out out) {
        List<Touch> touches = new ArrayList<>();
        for (Stop stop : stops) {
            stop.zone(space, use.filters(), out).ifPresent(zone -> touches.add(new Touch(stop, zone, space)));
        }
        if (!grant.ruling().chain().isEmpty()) {
            WorthMap allowed = Authority.allowed(grant, space, use.filters());
            touches.add(new Touch(beyondLink(), allowed.invert(), space));
        }
        replaced.ifPresent(old -> touches.addAll(old.limits(space, use, grant.logged())));
        if (grant.content().permissions().stream().anyMatch(unproven)) {
            WorthMap proven = given(space, use.filters(), unproven.negate());
            touches.add(new Touch(withoutProof(), given(space, use.filters()).minus(proven), space));
        }
        under.ifPresent(head -> {
            touches.add(new Touch(beyondLink(), head.given(space, use.filters()).invert(), space));
            touches.addAll(head.touches(space, use, out));
        });
        return touches;
    }

    /** Where this did not cover a use when {@code successor} took its place: no more is taken over. */
    private List<Touch> limits(Space space, UseFacts use, LoggedRecord successor) {
        return touches(space, use).stream()
                .filter(touch -> touch.stop().limits(successor))
                .map(touch -> new Touch(touch.stop().ofReplaced(), touch.zone(), space))
                .toList();
    }

    private Stop beyondLink() {
        return Stop.whole(Rule.AUTHORITY, Worth.NO, List.of(id()), "its signer was not empowered to allow that much");
    }

    private Stop withoutProof() {
        return Stop.whole(
                Rule.MADE_UNPROVEN,
                Worth.UNDETERMINED,
                List.of(id()),
                "its time of making has run out, and nothing in the log from within fourteen days shows that the asset"
                        + " existed by then");
    }

    /**
     * A stop and where it bites.
     *
     * @param stop the stop
     * @param zone {@code yes} where it bites
     * @param space the space of the zone
     */
    record Touch(Stop stop, WorthMap zone, Space space) {}
}
