package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countenance.base.Window;
import org.countenance.record.Clearance;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.scope.Scope;
import org.countenance.verify.GrantToday;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;

/** What a person allowed, grant by grant: for what, until when, how it stands today, who relies on it. */
final class Allowed {

    private final LogView view;
    private final Map<Id, GrantToday> today;
    private final Set<Id> grants;

    /** These grants, and how those of them stand of which anybody can tell. */
    Allowed(LogView view, Map<Id, GrantToday> today, Set<Id> grants) {
        this.view = view;
        this.today = today;
        this.grants = grants;
    }

    boolean has(Id record) {
        return grants.contains(record);
    }

    /** What there is to know of a grant beside its line in a list. */
    List<String> lines(Id id, Grant grant) {
        List<String> lines = new ArrayList<>();
        lines.add("for " + new GrantWords(grant, view).productions() + "; made "
                + GrantWords.window(around(grant, Scope::made)) + "; shown "
                + GrantWords.window(around(grant, Scope::shown)));
        stands(id).ifPresent(each -> {
            lines.add("today " + each.standing().words());
            each.stops().forEach(stop -> lines.add("  " + new StopWords(stop).line()));
        });
        List<String> relying = relying(id);
        lines.addAll(relying.isEmpty() ? List.of("no clearance in this registry relies on it") : relying);
        return lines;
    }

    /** How a grant stands today; empty where nobody can tell. */
    Optional<GrantToday> stands(Id grant) {
        return Optional.ofNullable(today.get(grant));
    }

    /** Whether windows that the grant names mean nothing any more. */
    boolean isOver(Id grant) {
        return stands(grant)
                .filter(each -> each.standing() == Verdict.Standing.ENDED || each.standing() == Verdict.Standing.VOID)
                .isPresent();
    }

    /** What takes a grant back. */
    List<Timeline.Stopped> stops(Id grant) {
        return stands(grant).map(GrantToday::stops).orElse(List.of());
    }

    /** Who said of which production that it relies on it: the newest answer of each, and how many there were. */
    private List<String> relying(Id grant) {
        Map<String, List<LogView.Found>> answers = new LinkedHashMap<>();
        for (LogView.Found each : view.about(grant)) {
            if (each.record().content() instanceof Clearance clearance) {
                String who = view.shown(each.record().issuer()) + " for "
                        + clearance.production().id();
                answers.computeIfAbsent(who, any -> new ArrayList<>()).add(each);
            }
        }
        return answers.entrySet().stream()
                .map(each -> "relied on by " + each.getKey() + ": " + newest(each.getValue()))
                .toList();
    }

    private static String newest(List<LogView.Found> answers) {
        LogView.Found last = answers.get(answers.size() - 1);
        return ((Clearance) last.record().content()).outcome() + " on "
                + GrantWords.day(last.entry().instant()).substring(0, "2026-11-24".length()) + " ("
                + last.record().id().shown() + ")"
                + (answers.size() == 1 ? "" : ", the last of " + answers.size() + " answers");
    }

    private static Window around(Grant grant, Function<Scope, Window> window) {
        Instant from = Window.NEVER;
        Instant until = Instant.MIN;
        for (Scope permission : grant.permissions()) {
            Window each = window.apply(permission);
            from = each.from().isBefore(from) ? each.from() : from;
            until = each.until().isAfter(until) ? each.until() : until;
        }
        return new Window(from, until);
    }
}
