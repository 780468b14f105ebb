package org.countenance.scope;

import java.util.List;
import java.util.SortedSet;
import org.countenance.base.Window;

/**
 * A box of a region: every combination of what it lists.
 *
 * @param times when
 * @param territories where
 * @param media on what
 * @param speech how
 */
public record Part(
        List<Window> times, SortedSet<String> territories, SortedSet<Medium> media, SortedSet<Speech> speech) {

    /** How much it is, to compare with others: seconds times territories times media times ways of speaking. */
    public double size() {
        double seconds = times.stream()
                .mapToDouble(each ->
                        (double) each.until().getEpochSecond() - each.from().getEpochSecond())
                .sum();
        return seconds * territories.size() * media.size() * speech.size();
    }
}
