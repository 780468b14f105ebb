package org.countenance.scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.countenance.base.Window;

/** The time of a region in stretches, cut at every instant at which something may change. */
final class Timeline {

    private final List<Window> stretches;

    private Timeline(List<Window> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    static Timeline of(Window whole, Collection<Instant> cuts) {
        NavigableSet<Instant> ordered = new TreeSet<>(cuts);
        List<Window> stretches = new ArrayList<>();
        Instant from = whole.from();
        for (Instant cut : ordered.subSet(whole.from(), false, whole.until(), false)) {
            stretches.add(new Window(from, cut));
            from = cut;
        }
        stretches.add(new Window(from, whole.until()));
        return new Timeline(stretches);
    }

    int count() {
        return stretches.size();
    }

    /**
     * Whether a stretch lies in {@code window}.
     *
     * @throws IllegalArgumentException when only a part of it does, because an end of the window was no cut
     */
    boolean isIn(Window window, int stretch) {
        Window here = stretches.get(stretch);
        boolean inside = window.contains(here);
        if (!inside && window.meets(here)) {
            throw new IllegalArgumentException("wanted a window whose ends are cuts, found " + window);
        }
        return inside;
    }

    int indexOf(Instant instant) {
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).contains(instant)) {
                return i;
            }
        }
        throw new IllegalArgumentException("wanted a point of the region, found " + instant + " outside");
    }

    /** Some stretches in order; those that adjoin are one. */
    List<Window> windows(List<Integer> some) {
        List<Window> windows = new ArrayList<>();
        for (int each : some) {
            Window next = stretches.get(each);
            int last = windows.size() - 1;
            if (last >= 0 && windows.get(last).until().equals(next.from())) {
                windows.set(last, new Window(windows.get(last).from(), next.until()));
            } else {
                windows.add(next);
            }
        }
        return List.copyOf(windows);
    }
}
