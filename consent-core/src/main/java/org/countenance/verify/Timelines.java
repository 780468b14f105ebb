package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countenance.base.Window;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** Tells from the stops that decide what became of each person's consent, so that what is drawn is what was decided by. */
final class Timelines {

    private final Stops stops;

    Timelines(Stops stops) {
        this.stops = stops;
    }

    List<Timeline> of(Collection<PersonCase> persons) {
        return persons.stream().map(this::of).toList();
    }

    private Timeline of(PersonCase person) {
        Map<Stop, List<Id>> stopped = new LinkedHashMap<>();
        for (Ruled<Grant> grant : person.grants()) {
            for (Stop stop : stops.on(grant, stops.authority().since(grant), false)) {
                stopped.computeIfAbsent(stop, any -> new ArrayList<>())
                        .add(grant.logged().id());
            }
        }
        if (person.grants().isEmpty()) {
            person.prohibitions().forEach(stop -> stopped.put(stop, List.of()));
        }
        return new Timeline(
                person.person(),
                person.grants().stream().map(Timelines::consent).toList(),
                stopped.entrySet().stream()
                        .sorted(Comparator.comparing(
                                each -> each.getKey().bite().logged()))
                        .map(each -> stopped(each.getKey(), each.getValue()))
                        .toList());
    }

    /** What a stop takes from these grants. */
    static Timeline.Stopped stopped(Stop stop, List<Id> grants) {
        return new Timeline.Stopped(
                stop.rule(),
                stop.leaves() == Worth.NO,
                !stop.scopes().any() || !stop.within().isEmpty(),
                stop.bite().made(),
                stop.bite().fresh(),
                stop.bite().out(),
                stop.records(),
                grants,
                stop.why());
    }

    private static Timeline.Consent consent(Ruled<Grant> grant) {
        List<Scope> permissions = grant.content().permissions();
        return new Timeline.Consent(
                grant.logged().id(),
                grant.logged().instant(),
                around(permissions, Scope::made),
                around(permissions, Scope::shown));
    }

    private static Window around(List<Scope> permissions, Function<Scope, Window> window) {
        Instant from = Window.NEVER;
        Instant until = Instant.MIN;
        for (Scope permission : permissions) {
            Window each = window.apply(permission);
            from = each.from().isBefore(from) ? each.from() : from;
            until = each.until().isAfter(until) ? each.until() : until;
        }
        return new Window(from, until);
    }
}
