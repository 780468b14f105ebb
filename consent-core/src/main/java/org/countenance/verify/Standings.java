package org.countenance.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countenance.record.Acting;
import org.countenance.record.Capacity;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;
import org.countenance.verify.Verdict.GrantStanding;
import org.countenance.verify.Verdict.Standing;
import org.countenance.verify.Verdict.UseVerdict;

/** How each grant about the production stands at the evaluation instant. */
final class Standings {

    private final Evidence evidence;
    private final Stops stops;
    private final Identities identities;

    Standings(Evidence evidence, Stops stops) {
        this.evidence = evidence;
        this.stops = stops;
        this.identities = stops.identities();
    }

    List<GrantStanding> of(Collection<PersonCase> persons, List<UseVerdict> uses) {
        Map<Id, Long> counts = new HashMap<>();
        uses.forEach(use -> use.relied().forEach(grant -> counts.merge(grant, 1L, Long::sum)));
        List<GrantStanding> standings = new ArrayList<>();
        for (PersonCase person : persons) {
            for (Ruled<Grant> grant : person.grants()) {
                standings.add(new GrantStanding(
                        grant.logged().id(),
                        grant.logged().index(),
                        person.person(),
                        grant.logged()
                                .record()
                                .claims()
                                .acting()
                                .map(Acting::capacity)
                                .orElse(Capacity.SELF)
                                .word(),
                        identities.of(grant).word(),
                        standing(grant),
                        counts.getOrDefault(grant.logged().id(), 0L),
                        stops.authority().custody(grant),
                        grant.ruling().chain().stream()
                                .map(link -> new Verdict.Signed(
                                        link.id(),
                                        link.delegate(),
                                        link.capacity().word()))
                                .toList()));
            }
        }
        standings.sort(Comparator.comparingLong(GrantStanding::index));
        return standings;
    }

    /** How one grant stands at the evaluation instant. */
    Standing standing(Ruled<Grant> grant) {
        if (stops.validity().of(grant) == Worth.NO) {
            return Standing.VOID;
        }
        AsOf now = evidence.evaluated();
        Standing standing = hasRunOut(grant.content(), now) ? Standing.ENDED : Standing.IN_FORCE;
        for (Stop stop : stops.on(grant, grant.logged().instant(), false)) {
            if (stop.leaves() == Worth.UNDETERMINED) {
                standing = worse(standing, Standing.CONTESTED);
            } else if (stop.scopes().any() && isShut(stop.bite(), now)) {
                standing = Standing.ENDED;
            } else if (stop.bite().windows().anyMatch(window -> now.isBefore(window.until()))) {
                standing = worse(standing, Standing.LIMITED);
            }
        }
        return standing;
    }

    /** Nothing may be made or shown any more but what is out. */
    private static boolean isShut(Bite bite, AsOf now) {
        return bite.made().map(now::isIn).orElse(false)
                && bite.fresh().map(now::isIn).orElse(false);
    }

    private static boolean hasRunOut(Grant grant, AsOf now) {
        for (Scope permission : grant.permissions()) {
            if (now.isBefore(permission.shown().until())) {
                return false;
            }
        }
        return true;
    }

    private static Standing worse(Standing one, Standing other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
