package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Filters;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * A grant by the person to the producer for the production: what it gives, and what stops it.
 *
 * @param grant the grant
 * @param stops what stops it for this kind of use
 */
record Offer(Ruled<Grant> grant, List<Stop> stops) {

    /** The grant's id. */
    Id id() {
        return grant.logged().id();
    }

    /** Whether the material was begun before the grant was logged. */
    boolean isAfterwards(Filters use) {
        return grant.logged().instant().isAfter(use.made().from());
    }

    /** Where the grant gives consent, events aside: the permissions that apply without what is carved out of them. */
    WorthMap given(Space space, Filters use) {
        if (isAfterwards(use) && !grant.content().ratifies()) {
            return space.all(Worth.NO);
        }
        WorthMap given = space.all(Worth.NO);
        for (Scope permission : grant.content().permissions()) {
            if (permission.permits(use)) {
                given = given.or(space.permitted(permission));
            }
        }
        for (Scope carved : grant.content().prohibitions()) {
            if (carved.forbids(use)) {
                given = given.minus(space.forbidden(carved, org.countenance.base.Window.ALWAYS));
            }
        }
        return given;
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
    List<Touch> touches(Space space, Filters use) {
        List<Touch> touches = new ArrayList<>();
        for (Stop stop : stops) {
            Optional<WorthMap> zone = stop.zone(space, use);
            zone.ifPresent(present -> touches.add(new Touch(stop, present, space)));
        }
        return touches;
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
