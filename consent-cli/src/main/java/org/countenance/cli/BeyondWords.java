package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Bounds;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Notice;
import org.countenance.record.Terms;
import org.countenance.registry.Link;
import org.countenance.report.Names;
import org.countenance.scope.Choice;
import org.countenance.scope.Scope;
import org.countenance.scope.Word;

/** What of a grant lies beyond the links that it is signed under, and so gives nothing: said before it is signed (LC202). */
final class BeyondWords {

    private final Grant grant;
    private final Names names;
    private final Instant now;

    BeyondWords(Grant grant, Names names, Instant now) {
        this.grant = grant;
        this.names = names;
        this.now = now;
    }

    /** Each part in one line; empty when all of it counts. */
    List<String> lines(List<Link> chain) {
        List<String> lines = new ArrayList<>();
        for (Link link : chain) {
            terms(link.terms(), lines);
            for (Scope permission : grant.permissions()) {
                permission(permission, link, lines);
            }
        }
        return lines.stream().distinct().toList();
    }

    private void permission(Scope permission, Link link, List<String> lines) {
        if (link.within().any()) {
            named(permission, lines);
        } else {
            link.within().items().stream()
                    .map(scope -> lacks(permission, scope))
                    .min(Comparator.comparingInt(List::size))
                    .ifPresent(lines::addAll);
        }
        link.terms().longest().ifPresent(longest -> {
            Window shown = permission.shown();
            Instant end = shown.from().equals(Instant.MIN) ? Instant.MIN : longest.after(shown.from());
            if (end.isBefore(shown.until())) {
                lines.add("shown " + GrantWords.window(shown) + ": longer than " + TermsWords.span(longest)
                        + ", after which it ends");
            }
        });
    }

    /** A wildcard leaves out what is only ever given by name. */
    private static void named(Scope permission, List<String> lines) {
        lacks("technique", permission.techniques(), Choice.wildcard(), lines);
        lacks("setting", permission.contexts(), Choice.wildcard(), lines);
    }

    /** In which respects a permission is wider than one scope of a link. */
    private static List<String> lacks(Scope permission, Scope within) {
        List<String> lines = new ArrayList<>();
        lacks("role", permission.roles(), within.roles(), lines);
        lacks("use of", permission.modalities(), within.modalities(), lines);
        lacks("technique", permission.techniques(), within.techniques(), lines);
        lacks("setting", permission.contexts(), within.contexts(), lines);
        lacks("medium", permission.media(), within.media(), lines);
        territories(permission, within, lines);
        languages(permission, within, lines);
        window("made", permission.made(), within.made(), lines);
        window("shown", permission.shown(), within.shown(), lines);
        return lines;
    }

    private static <E extends Enum<E> & Word> void lacks(
            String what, Choice<E> wanted, Choice<E> within, List<String> lines) {
        if (wanted.any() && !within.any()) {
            lines.add("any " + what + ": only " + within);
        }
        String beyond = wanted.items().stream()
                .filter(word -> !within.permits(word))
                .map(Word::word)
                .collect(Collectors.joining(", "));
        if (!beyond.isEmpty()) {
            lines.add(what + " " + beyond);
        }
    }

    private static void territories(Scope permission, Scope within, List<String> lines) {
        if (within.territories().any()) {
            return;
        }
        Set<String> beyond = new TreeSet<>(permission.territories().codes());
        beyond.removeAll(within.territories().codes());
        if (permission.territories().any() || beyond.size() > 8) {
            lines.add("in " + permission.territories() + ": only in " + within.territories());
        } else if (!beyond.isEmpty()) {
            lines.add("in " + String.join(", ", beyond));
        }
    }

    private static void languages(Scope permission, Scope within, List<String> lines) {
        if (permission.languages().any() && !within.languages().any()) {
            lines.add("any language: only " + within.languages());
        }
        String beyond = permission.languages().tags().stream()
                .filter(tag -> !within.languages().covers(tag))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!beyond.isEmpty()) {
            lines.add("spoken " + beyond);
        }
    }

    private static void window(String what, Window wanted, Window within, List<String> lines) {
        if (!within.contains(wanted)) {
            lines.add(what + " " + GrantWords.window(wanted) + ": only " + GrantWords.window(within));
        }
    }

    private void terms(Bounds bounds, List<String> lines) {
        Terms terms = grant.terms();
        notice("a notice of ", terms.withdrawal().notice(), bounds.notice(), lines);
        notice("a notice with a cause of ", terms.withdrawal().cause(), bounds.cause(), lines);
        if (terms.exclusive() && !bounds.exclusive().orElse(true)) {
            lines.add("exclusive: it is not");
        }
        bounds.licensees().ifPresent(allowed -> lacks("to ", grant.licensees(), allowed, lines));
        lacks(
                "passed on to ",
                terms.sublicensing().parties(),
                bounds.sublicensing().parties(),
                lines);
    }

    private void lacks(String what, AnyOr<Id> wanted, AnyOr<Id> allowed, List<String> lines) {
        if (wanted.any() && !allowed.any()) {
            lines.add(what + "anybody: "
                    + (allowed.items().isEmpty() ? "to nobody" : "only to " + shown(allowed.items())));
        }
        Set<Id> beyond = new TreeSet<>(wanted.items());
        beyond.removeIf(allowed::includes);
        if (!beyond.isEmpty()) {
            lines.add(what + shown(beyond));
        }
    }

    private String shown(Set<Id> parties) {
        return parties.stream().map(names::shown).collect(Collectors.joining(", "));
    }

    private void notice(String what, Notice signed, Optional<Notice> bound, List<String> lines) {
        Optional<CalendarSpan> most = bound.flatMap(Notice::span);
        if (most.isPresent() && end(signed).isAfter(most.get().after(now))) {
            lines.add(what + signed.span().map(TermsWords::span).orElse("`never`") + ": " + TermsWords.span(most.get())
                    + " counts");
        }
    }

    private Instant end(Notice notice) {
        return notice.span().map(span -> span.after(now)).orElse(Window.NEVER);
    }
}
