package org.countenance.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.countenance.base.Window;

/**
 * Where instants stand on a line from left to right. What lies far from everything that happened runs to the edge.
 *
 * @param from the instant at the left edge
 * @param until the instant at the right edge
 * @param width the length of the line
 */
record TimeScale(Instant from, Instant until, int width) {

    private static final Duration FAR = Duration.ofDays(3 * 365);
    private static final Duration LEAST = Duration.ofDays(60);
    private static final int[] STEPS = {1, 3, 6, 12, 24, 60, 120};
    private static final int TICKS = 9;

    /**
     * A line that holds every instant that is not far from the fixed ones.
     *
     * @param fixed what must be on it, at least one
     * @param wished what may be left out when it is far away
     */
    static TimeScale over(Collection<Instant> fixed, Collection<Instant> wished, int width) {
        Instant first = fixed.stream().min(Instant::compareTo).orElseThrow();
        Instant last = fixed.stream().max(Instant::compareTo).orElseThrow();
        Instant from = first;
        Instant until = last;
        for (Instant each : wished) {
            boolean near = each.isAfter(first.minus(FAR)) && each.isBefore(last.plus(FAR));
            from = near && each.isBefore(from) ? each : from;
            until = near && each.isAfter(until) ? each : until;
        }
        Duration span = Duration.between(from, until);
        Duration margin = span.compareTo(LEAST) < 0 ? LEAST : span.dividedBy(30);
        return new TimeScale(from.minus(margin), until.plus(margin), width);
    }

    /** How far from the left edge it is, never beyond an edge. */
    int at(Instant instant) {
        if (!instant.isAfter(from)) {
            return 0;
        }
        if (!instant.isBefore(until)) {
            return width;
        }
        double part = (double) Duration.between(from, instant).toSeconds()
                / Duration.between(from, until).toSeconds();
        return (int) Math.round(part * width);
    }

    /** Whether something of the window is on the line. */
    boolean shows(Window window) {
        return window.from().isBefore(until) && window.until().isAfter(from);
    }

    /** Beginnings of months, few enough to be read. */
    List<ZonedDateTime> ticks() {
        for (int step : STEPS) {
            List<ZonedDateTime> ticks = every(step);
            if (ticks.size() <= TICKS) {
                return ticks;
            }
        }
        return List.of();
    }

    private List<ZonedDateTime> every(int months) {
        ZonedDateTime start = from.atZone(ZoneOffset.UTC);
        ZonedDateTime tick = ZonedDateTime.of(start.getYear(), 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        List<ZonedDateTime> ticks = new ArrayList<>();
        for (; tick.toInstant().isBefore(until) && ticks.size() <= TICKS; tick = tick.plusMonths(months)) {
            if (tick.toInstant().isAfter(from)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
