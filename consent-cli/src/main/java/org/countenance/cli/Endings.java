package org.countenance.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.CalendarSpan;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.verify.Timeline;

/** What comes to its end within some time: windows of grants and of delegations. */
final class Endings {

    private final Instant from;
    private final Instant until;

    /** From {@code now} on, for this long. */
    Endings(Instant now, CalendarSpan span) {
        this.from = now;
        this.until = span.after(now);
    }

    /** The same of a grant of which it is known how it stands: what it names ends sooner where it was taken back. */
    List<String> of(Id id, Content content, Allowed allowed) {
        List<String> endings = new ArrayList<>(allowed.isOver(id) ? List.of() : of(content));
        allowed.stops(id).stream()
                .filter(Timeline.Stopped::certain)
                .flatMap(stop -> new StopWords(stop)
                        .beginning(from, until).stream().map(each -> (stop.partial() ? "in part " : "") + each))
                .forEach(each -> endings.add("stopped: " + each));
        return endings.stream().distinct().toList();
    }

    /** What of it ends in that time, and when; empty when nothing does. */
    List<String> of(Content content) {
        List<String> endings = new ArrayList<>();
        if (content instanceof Grant grant) {
            grant.permissions().forEach(permission -> {
                note("making", permission.made(), endings);
                note("showing", permission.shown(), endings);
            });
        }
        if (content instanceof Delegation delegation) {
            note("acting", delegation.window(), endings);
        }
        return endings.stream().distinct().sorted().toList();
    }

    private void note(String what, Window window, List<String> endings) {
        if (window.until().isAfter(from) && !window.until().isAfter(until)) {
            endings.add(what + " until " + Instants.format(window.until()).substring(0, 10));
        }
    }
}
