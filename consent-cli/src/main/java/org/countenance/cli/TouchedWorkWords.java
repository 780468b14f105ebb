package org.countenance.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.manifest.Asset;
import org.countenance.record.Clearance;
import org.countenance.registry.Ruled;

/** The works that grants touch, in words. */
final class TouchedWorkWords {

    private static final int SHOWN = 10;

    private final TouchedWork work;
    private final List<String> lines = new ArrayList<>();

    private TouchedWorkWords(TouchedWork work) {
        this.work = work;
    }

    /** Several lines; none where nothing is touched. */
    static List<String> of(TouchedWork work) {
        TouchedWorkWords words = new TouchedWorkWords(work);
        new TreeMap<>(work.today())
                .forEach((grant, stands) -> stands.stops()
                        .forEach(
                                stop -> words.lines.add("grant " + grant.shown() + ": " + new StopWords(stop).line())));
        work.cleared().forEach(words::clearance);
        work.titles().forEach(words::title);
        work.failed().forEach(each -> words.lines.add(each.path() + ": not judged: " + each.why()));
        return words.lines;
    }

    private void clearance(Ruled<Clearance> cleared) {
        Clearance clearance = cleared.content();
        lines.add("clearance " + cleared.logged().id().shown() + ": " + clearance.outcome() + " for "
                + clearance.production().id() + ", as of "
                + Instants.format(clearance.evaluated()).substring(0, "2026-11-24".length()));
        lines.add("  releases "
                + clearance.releases().stream()
                        .map(release -> release(release.id(), release.window()))
                        .collect(Collectors.joining("; ")));
        long files = work.relied(clearance).stream()
                .mapToLong(relied -> relied.assets().count())
                .sum();
        lines.add("  " + Count.of(files, "file") + (files == 1 ? " relies" : " rely") + " on it");
    }

    private void title(TouchedTitle title) {
        List<TouchedTitle.Relying> relying = title.relying();
        String now = title.now().outcome().word();
        lines.add(title.path() + ": " + title.manifest().production().title() + " ("
                + title.manifest().production().id() + "), " + now);
        int uses = title.manifest().uses().size();
        lines.add("  " + relying.size() + " of " + Count.of(uses, "use") + (uses == 1 ? " relies" : " rely") + " on it"
                + (relying.isEmpty()
                        ? ""
                        : ": " + some(relying.stream().map(each -> each.use().id()))));
        if (!relying.isEmpty()) {
            lines.add("  files " + some(TouchedTitle.assets(relying).stream().map(Asset::id)));
            lines.add("  releases "
                    + title.releases(relying).stream()
                            .map(release -> release(release.id(), release.window()))
                            .collect(Collectors.joining("; ")));
        }
        if (work.supposed()) {
            supposed(title, relying);
        }
    }

    private void supposed(TouchedTitle title, List<TouchedTitle.Relying> relying) {
        List<String> falling = relying.stream()
                .filter(TouchedTitle.Relying::falls)
                .map(each -> each.use().id())
                .toList();
        lines.add(
                falling.isEmpty()
                        ? "  if it were taken back now, no use would be further from cleared"
                        : "  if it were taken back now, " + Count.of(falling.size(), "use")
                                + " would be further from cleared: " + some(falling.stream()));
        Set<String> why = new LinkedHashSet<>();
        title.why(relying).forEach(finding -> why.add(finding.rule().code() + "  " + finding.message()));
        why.stream().limit(SHOWN).forEach(each -> lines.add("    " + each));
        if (why.size() > SHOWN) {
            lines.add("    and " + (why.size() - SHOWN) + " more");
        }
    }

    private static String release(String id, Window window) {
        return id + " (" + GrantWords.window(window) + ")";
    }

    private static String some(Stream<String> all) {
        List<String> names = all.toList();
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
