package org.countenance.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Instants;
import org.countenance.record.AnyOr;
import org.countenance.record.Bounds;
import org.countenance.record.Capacity;
import org.countenance.record.Delegation;
import org.countenance.record.Id;
import org.countenance.record.Party;
import org.countenance.record.Power;
import org.countenance.record.Representative;
import org.countenance.registry.Link;
import org.countenance.report.Names;
import org.countenance.scope.Scope;

/** A link in words: what it lets somebody do, what not, when it ends. */
final class LinkWords {

    private final Names names;

    LinkWords(Names names) {
        this.names = names;
    }

    /**
     * What a link says, one thing a line.
     *
     * @param delegate who may act
     * @param capacity as what
     * @param powers what may be done
     * @param within for which uses
     * @param terms bounds on what may be signed
     * @param window when
     * @param depth how many further links may hang on it
     * @param jointly who must consent
     */
    record Said(
            Id delegate,
            Capacity capacity,
            Set<Power> powers,
            AnyOr<Scope> within,
            Bounds terms,
            org.countenance.base.Window window,
            long depth,
            Set<Id> jointly) {

        /** Those of a represented person. */
        static List<Said> of(Party party) {
            Set<Id> joint = party.representatives().stream()
                    .filter(Representative::jointly)
                    .map(Representative::party)
                    .collect(Collectors.toUnmodifiableSet());
            return party.representatives().stream()
                    .map(each -> new Said(
                            each.party(),
                            each.capacity(),
                            each.powers(),
                            each.within(),
                            each.terms(),
                            each.window(),
                            0,
                            each.jointly() ? joint : Set.of()))
                    .toList();
        }

        static Said of(Delegation delegation) {
            return new Said(
                    delegation.delegate(),
                    delegation.capacity(),
                    delegation.powers(),
                    delegation.within(),
                    delegation.terms(),
                    delegation.window(),
                    delegation.depth(),
                    delegation.jointly());
        }

        static Said of(Link link) {
            return new Said(
                    link.delegate(),
                    link.capacity(),
                    link.powers(),
                    link.within(),
                    link.terms(),
                    link.window(),
                    link.depth(),
                    link.jointly());
        }
    }

    /** All of it. */
    List<String> lines(Said link, Id person) {
        List<String> lines = new ArrayList<>();
        lines.add("lets    " + names.shown(link.delegate()) + ", as "
                + link.capacity().word() + " of " + names.shown(person) + ": " + PowerWords.of(link.powers()));
        Set<Power> without = new TreeSet<>(Arrays.asList(Power.values()));
        without.removeAll(link.powers());
        if (!without.isEmpty()) {
            lines.add("not     " + PowerWords.of(without));
        }
        if (link.within().any()) {
            lines.add("for     any use, but nothing that is only ever given by name, as intimate or political use");
        } else {
            link.within().items().forEach(scope -> lines.add("for     " + GrantWords.permission(scope)));
        }
        bounds(link.terms(), lines);
        lines.add("when    " + GrantWords.window(link.window()));
        if (link.depth() > 0) {
            lines.add("depth   may be passed on "
                    + (link.depth() == 1 ? "once" : link.depth() + " times, one below the other"));
        }
        Set<Id> others = new TreeSet<>(link.jointly());
        others.remove(link.delegate());
        if (!others.isEmpty()) {
            lines.add("jointly what is signed counts from the consent of " + shown(others) + " too");
        }
        return lines;
    }

    private void bounds(Bounds terms, List<String> lines) {
        terms.longest().ifPresent(span -> lines.add("at most " + TermsWords.span(span) + " of showing"));
        terms.notice().ifPresent(notice -> lines.add("at most " + span(notice.span()) + " of notice"));
        terms.cause().ifPresent(notice -> lines.add("at most " + span(notice.span()) + " of notice with a cause"));
        terms.exclusive().filter(each -> !each).ifPresent(each -> lines.add("not     exclusive"));
        terms.licensees().filter(each -> !each.any()).ifPresent(each -> lines.add("only    to " + shown(each.items())));
        AnyOr<Id> passedOn = terms.sublicensing().parties();
        if (passedOn.any() || !passedOn.items().isEmpty()) {
            lines.add("may let licensees pass on to " + (passedOn.any() ? "anybody" : shown(passedOn.items())));
        }
        if (terms.selfDealing()) {
            lines.add("may sign for itself and for whoever is close to it");
        }
    }

    private static String span(java.util.Optional<CalendarSpan> span) {
        return span.map(TermsWords::span).orElse("any length");
    }

    private String shown(Set<Id> parties) {
        return parties.stream().map(names::shown).collect(Collectors.joining(", "));
    }

    /** What the window says of the end. */
    static String end(org.countenance.base.Window window) {
        return "it ends by itself on " + Instants.format(window.until()).substring(0, 10);
    }
}
