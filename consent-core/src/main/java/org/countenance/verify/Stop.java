package org.countenance.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Id;
import org.countenance.registry.LoggedRecord;
import org.countenance.scope.Filters;
import org.countenance.scope.Scope;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/**
 * Something that takes worth away from a grant: an event of section 3, an unmet duty, a lack of authority. Everything that
 * can go wrong with a grant is one of these, so that coverage and its explanation are one walk.
 *
 * @param rule under which rule it is told
 * @param leaves what the touched points are worth at most
 * @param scopes what it touches
 * @param within what its signer was empowered to stop, for every link that it was signed under
 * @param bite when it bites
 * @param records the records it rests on
 * @param why what happened, in words
 */
record Stop(
        Rule rule,
        Worth leaves,
        AnyOr<Scope> scopes,
        List<AnyOr<Scope>> within,
        Bite bite,
        List<Id> records,
        String why) {

    private static final Set<Rule> OF_EACH_GRANT =
            EnumSet.of(Rule.APPROVAL_MISSING, Rule.LABEL_MISSING, Rule.CAP_EXCEEDED);

    /** A stop by somebody who needs no power for it. */
    Stop(Rule rule, Worth leaves, AnyOr<Scope> scopes, Bite bite, List<Id> records, String why) {
        this(rule, leaves, scopes, List.of(), bite, records, why);
    }

    /** The same, leaving another worth, for a part of the time. */
    Stop with(Worth left, Bite part) {
        return new Stop(rule, left, scopes, within, part, records, why);
    }

    /** The same, with more of what happened. */
    Stop and(String more) {
        return new Stop(rule, leaves, scopes, within, bite, records, why + more);
    }

    /** A stop of everything that a grant gives. */
    static Stop whole(Rule rule, Worth leaves, List<Id> records, String why) {
        return new Stop(rule, leaves, AnyOr.all(), Bite.ALWAYS, records, why);
    }

    /** Whether it limits what a grant in the place of the stopped one takes over: all that had come by then, but duties. */
    boolean limits(LoggedRecord successor) {
        return !OF_EACH_GRANT.contains(rule)
                && !bite.logged().isAfter(successor.instant())
                && !records.contains(successor.id());
    }

    /** The same, told of a grant that took the place of the stopped one. */
    Stop ofReplaced() {
        return new Stop(rule, leaves, scopes, within, bite, records, "of the grant that it replaced, " + why);
    }

    /** How much a finding about it weighs. */
    Severity severity() {
        return leaves == Worth.UNDETERMINED ? Severity.UNDETERMINED : Severity.BLOCK;
    }

    /**
     * The points of a use's region that it touches, if it touches any.
     *
     * @param out where the asset was out when the stop came; asked only where that makes a difference
     */
    Optional<WorthMap> zone(Space space, Filters use, Out out) {
        if (bite.made().map(use.made()::meets).orElse(false)) {
            // New material stays stopped whenever it is shown; the rest is stopped while the stop lasts (section 9).
            return touched(space, use, Optional.of(Window.ALWAYS));
        }
        Optional<WorthMap> fresh = touched(space, use, bite.fresh());
        if (bite.fresh().equals(bite.out())) {
            return fresh;
        }
        WorthMap shown = out.where(space, bite.logged(), bite.effective());
        Optional<WorthMap> old = touched(space, use, bite.out()).map(shown::and);
        Optional<WorthMap> rest = fresh.map(map -> map.minus(shown));
        return rest.isPresent() && old.isPresent() ? Optional.of(rest.get().or(old.get())) : rest.or(() -> old);
    }

    private Optional<WorthMap> touched(Space space, Filters use, Optional<Window> window) {
        if (window.isEmpty()) {
            return Optional.empty();
        }
        Optional<WorthMap> touched = forbidden(scopes, space, use, window);
        for (AnyOr<Scope> bound : within) {
            Optional<WorthMap> inside = forbidden(bound, space, use, window);
            touched = touched.flatMap(map -> inside.map(map::and));
        }
        return touched;
    }

    private static Optional<WorthMap> forbidden(
            AnyOr<Scope> scopes, Space space, Filters use, Optional<Window> window) {
        if (scopes.any()) {
            return window.map(space::during);
        }
        return scopes.items().stream()
                .filter(scope -> scope.forbids(use))
                .map(scope -> space.forbidden(scope, window.orElseThrow()))
                .reduce(WorthMap::or);
    }
}
