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
        List<Window> times, SortedSet<String> territories, SortedSet<Medium> media, SortedSet<Speech> speech) {}
