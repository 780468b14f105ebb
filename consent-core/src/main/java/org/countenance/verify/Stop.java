package org.countenance.verify;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Id;
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
 * @param period when it bites
 * @param showings whether it stops showings too, not only new material
 * @param records the records it rests on
 * @param why what happened, in words
 */
record Stop(
        Rule rule, Worth leaves, AnyOr<Scope> scopes, Window period, boolean showings, List<Id> records, String why) {

    /** A stop of everything that a grant gives. */
    static Stop whole(Rule rule, Worth leaves, List<Id> records, String why) {
        return new Stop(rule, leaves, AnyOr.all(), Window.ALWAYS, true, records, why);
    }

    /** How much a finding about it weighs. */
    Severity severity() {
        return leaves == Worth.UNDETERMINED ? Severity.UNDETERMINED : Severity.BLOCK;
    }

    /** The points of a use's region that it touches, if it touches any. */
    Optional<WorthMap> zone(Space space, Filters use) {
        boolean made = use.made().meets(period);
        if (!made && !showings) {
            return Optional.empty();
        }
        // New material stays stopped whenever it is shown; the rest is stopped while the stop lasts (section 9).
        Window shown = made ? Window.ALWAYS : period;
        if (scopes.any()) {
            return Optional.of(space.during(shown));
        }
        return scopes.items().stream()
                .filter(scope -> scope.forbids(use))
                .map(scope -> space.forbidden(scope, shown))
                .reduce(WorthMap::or);
    }
}
