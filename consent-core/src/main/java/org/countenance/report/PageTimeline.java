package org.countenance.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countenance.base.PlainText;
import org.countenance.base.Window;
import org.countenance.manifest.Release;
import org.countenance.record.Id;
import org.countenance.verify.Timeline;

/** One person's consent drawn over time: what the production needs, what was given, what ended it, and today. */
final class PageTimeline {

    private static final int LEFT = 190;
    private static final int WIDTH = 700;
    private static final int ROW = 30;
    private static final int TOP = 42;
    private static final int ROWS = 12;
    private static final int LABEL = 20;

    private final Markup out;
    private final ReportWords words;
    private final Timeline timeline;
    private final List<Release> releases;
    private final Instant today;
    private final TimeScale scale;
    private int row;

    PageTimeline(Page page, Timeline timeline) {
        this.out = page.out();
        this.words = page.words();
        this.timeline = timeline;
        this.releases = page.verdict().declared().releases();
        this.today = page.verdict().basis().evaluated();
        this.scale = TimeScale.over(fixed(), wished(), WIDTH);
    }

    private List<Instant> fixed() {
        List<Instant> fixed = new ArrayList<>(List.of(today));
        releases.forEach(release -> fixed.add(release.window().from()));
        timeline.consents().forEach(consent -> fixed.add(consent.logged()));
        return fixed;
    }

    private List<Instant> wished() {
        return Stream.of(
                        releases.stream().map(Release::window),
                        timeline.consents().stream().flatMap(each -> Stream.of(each.made(), each.shown())),
                        timeline.stops().stream().flatMap(PageTimeline::windows))
                .flatMap(windows -> windows)
                .flatMap(window -> Stream.of(window.from(), window.until()))
                .toList();
    }

    private static Stream<Window> windows(Timeline.Stopped stop) {
        return Stream.of(stop.made(), stop.fresh(), stop.out()).flatMap(Optional::stream);
    }

    /**
     * Draws it.
     *
     * @param title the id of the element that says whose it is
     * @param described the id of the element that says the same in words
     */
    void write(String title, String described) throws IOException {
        List<Timeline.Consent> drawn = timeline.consents()
                .subList(0, Math.min(ROWS, timeline.consents().size()));
        List<Release> shown = releases.subList(0, Math.min(ROWS, releases.size()));
        boolean bare = timeline.consents().isEmpty();
        int height = TOP + ROW * (shown.size() + drawn.size() + (bare ? 1 : 0)) + 8;
        out.raw("<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-labelledby=\"" + title + "\">");
        out.raw(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s\" aria-describedby=\"%s\">%n",
                LEFT + WIDTH + 20,
                height,
                title,
                described));
        axis(height);
        for (Release release : shown) {
            label(words.text("drawing.release"), release.id());
            bar("release", release.window(), 8, 14);
            row++;
        }
        for (Timeline.Consent consent : drawn) {
            consent(consent);
            row++;
        }
        if (bare) {
            label(words.text("drawing.none"), "");
            stops(Optional.empty(), Window.ALWAYS, Window.ALWAYS);
        }
        line("today", scale.at(today), 37, height);
        label(scale.at(today), 18, "today", words.text("drawing.today"));
        out.raw("</svg></div>\n");
    }

    private void axis(int height) throws IOException {
        for (ZonedDateTime tick : scale.ticks()) {
            int x = scale.at(tick.toInstant());
            line("tick", x, 34, height);
            String text = tick.getMonthValue() == 1
                    ? Integer.toString(tick.getYear())
                    : String.format(Locale.ROOT, "%d-%02d", tick.getYear(), tick.getMonthValue());
            label(x, 33, "tick", text);
        }
    }

    private void consent(Timeline.Consent consent) throws IOException {
        label(words.text("drawing.grant"), consent.grant().shown().substring(0, 9));
        bar("made", consent.made(), 4, 5);
        bar("shown", consent.shown(), 11, 12);
        stops(Optional.of(consent.grant()), consent.made(), consent.shown());
        out.raw(String.format(
                Locale.ROOT,
                "<circle class=\"logged\" cx=\"%d\" cy=\"%d\" r=\"4\"/>%n",
                LEFT + scale.at(consent.logged()),
                y() + 6));
    }

    /** What is stopped is struck through in its own lane, making above and showing below, as far as it was given. */
    private void stops(Optional<Id> grant, Window made, Window shown) throws IOException {
        for (Timeline.Stopped stop : timeline.stops()) {
            if (grant.map(stop.grants()::contains).orElse(stop.grants().isEmpty())) {
                String kind = stop.certain() ? stop.partial() ? "stopped partial" : "stopped" : "stopped doubtful";
                Optional<Window> making = stop.made().flatMap(made::and);
                Optional<Window> showing = stop.fresh().flatMap(shown::and);
                if (making.isPresent()) {
                    bar(kind, making.get(), 4, 5);
                }
                if (showing.isPresent()) {
                    bar(kind, showing.get(), 11, 12);
                    edge(stop.fresh().get().from());
                }
            }
        }
    }

    private void edge(Instant instant) throws IOException {
        if (scale.at(instant) > 0 && scale.at(instant) < WIDTH) {
            line("edge", scale.at(instant), y() + 1, y() + 26);
        }
    }

    private int y() {
        return TOP + row * ROW;
    }

    private void bar(String kind, Window window, int down, int thick) throws IOException {
        if (scale.shows(window)) {
            int x = scale.at(window.from());
            out.raw(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
                    kind,
                    LEFT + x,
                    y() + down,
                    Math.max(2, scale.at(window.until()) - x),
                    thick));
        }
    }

    private void line(String kind, int x, int from, int until) throws IOException {
        out.raw(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
                kind,
                LEFT + x,
                from,
                LEFT + x,
                until));
    }

    private void label(int x, int y, String kind, String text) throws IOException {
        out.raw(String.format(
                        Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">", kind, LEFT + x, y))
                .text(text)
                .raw("</text>\n");
    }

    private void label(String kind, String name) throws IOException {
        out.raw("<text x=\"0\" y=\"" + (y() + 20) + "\">")
                .text(kind)
                .raw(" <tspan class=\"name\">")
                .text(PlainText.shown(name, LABEL));
        out.raw("</tspan></text>\n");
    }
}
