package org.countenance.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countenance.base.Window;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.verify.Timeline;
import org.countenance.verify.Verdict;

/** What a verdict relies on that ends some day: windows of grants, what takes effect later, waivers. */
final class AuditEndings {

    private final Verdict verdict;
    private final Map<Id, SortedSet<String>> releases = new HashMap<>();
    private final List<AuditEnding> endings = new ArrayList<>();

    private AuditEndings(Verdict verdict) {
        this.verdict = verdict;
        for (int i = 0; i < verdict.uses().size(); i++) {
            Use use = verdict.declared().uses().get(i);
            for (Id grant : verdict.uses().get(i).relied()) {
                releases.computeIfAbsent(grant, any -> new TreeSet<>())
                        .addAll(verdict.declared().assetOf(use).releases());
            }
        }
    }

    /** All of them, the first to end first. */
    static List<AuditEnding> of(Verdict verdict) {
        AuditEndings endings = new AuditEndings(verdict);
        verdict.timelines().forEach(endings::add);
        verdict.waivers().stream()
                .filter(each -> each.findings() > 0)
                .map(Verdict.WaiverUse::waiver)
                .forEach(waiver ->
                        endings.add(AuditEnding.Kind.WAIVER, waiver.until(), waiver.id(), Optional.empty(), List.of()));
        endings.endings.sort(Comparator.comparing(AuditEnding::until)
                .thenComparing(AuditEnding::kind)
                .thenComparing(ending -> ending.record().text()));
        return endings.endings.stream().distinct().toList();
    }

    private void add(Timeline timeline) {
        Optional<Id> person = Optional.of(timeline.person());
        for (Timeline.Consent consent : timeline.consents()) {
            if (releases.containsKey(consent.grant())) {
                List<String> of = releasesOf(List.of(consent.grant()));
                add(AuditEnding.Kind.MAKING, consent.made().until(), consent.grant(), person, of);
                add(AuditEnding.Kind.SHOWING, consent.shown().until(), consent.grant(), person, of);
            }
        }
        for (Timeline.Stopped stop : timeline.stops()) {
            // Also of grants on which nothing relies any more, because of this.
            if (!stop.grants().isEmpty() && !stop.records().isEmpty()) {
                Stream.of(stop.made(), stop.fresh(), stop.out())
                        .flatMap(Optional::stream)
                        .map(Window::from)
                        .distinct()
                        .forEach(from -> add(
                                AuditEnding.Kind.STOPPED,
                                from,
                                stop.records().get(stop.records().size() - 1),
                                person,
                                releasesOf(stop.grants())));
            }
        }
    }

    private List<String> releasesOf(List<Id> grants) {
        return grants.stream()
                .flatMap(grant -> releases.getOrDefault(grant, new TreeSet<>()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What is over is of no use to anybody. */
    private void add(AuditEnding.Kind kind, Instant until, Id record, Optional<Id> person, List<String> of) {
        if (until.isAfter(verdict.basis().evaluated()) && until.isBefore(Window.NEVER)) {
            endings.add(new AuditEnding(kind, until, record, person, of));
        }
    }
}
