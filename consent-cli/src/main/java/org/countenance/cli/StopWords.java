package org.countenance.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.Window;
import org.countenance.verify.Timeline;

/** What takes consent back, and from when on it stops what, in words. */
final class StopWords {

    private final Timeline.Stopped stop;

    StopWords(Timeline.Stopped stop) {
        this.stop = stop;
    }

    /** One line: what happened, and what that stops when. */
    String line() {
        String when = windows().entrySet().stream()
                .map(each -> each.getValue() + " " + span(each.getKey()))
                .collect(Collectors.joining("; "));
        return stop.why()
                + (when.isEmpty() ? "" : (stop.partial() ? "; stops in part: " : "; stops: ") + when)
                + (stop.certain() ? "" : " [in doubt]");
    }

    /** What begins to be stopped in that time, and when. */
    List<String> beginning(Instant from, Instant until) {
        return windows().entrySet().stream()
                .filter(each -> each.getKey().from().isAfter(from)
                        && !each.getKey().from().isAfter(until))
                .map(each -> each.getValue() + " " + span(each.getKey()))
                .toList();
    }

    /** What is stopped, by the time for which it is; nothing of what is stopped for all time. */
    private Map<Window, String> windows() {
        Map<Window, String> windows = new LinkedHashMap<>();
        note("new material", stop.made(), windows);
        note("first showings", stop.fresh(), windows);
        note("what is out", stop.out(), windows);
        return windows;
    }

    private static void note(String what, Optional<Window> window, Map<Window, String> windows) {
        window.filter(each -> !each.from().equals(Instant.MIN))
                .ifPresent(each -> windows.merge(each, what, (some, more) -> some + " and " + more));
    }

    private static String span(Window window) {
        return "from " + GrantWords.day(window.from())
                + (window.until().equals(Window.NEVER) ? "" : " until " + GrantWords.day(window.until()));
    }
}
