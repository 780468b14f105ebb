package org.countenance.scope;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countenance.base.Window;

/**
 * What a use fills of the dimensions: time × territories × media × (modality, language) (decision.md section 2).
 *
 * @param shown when
 * @param territories where, as alpha-2 codes in order
 * @param media on what, in order
 * @param speech how, in order
 */
public record Region(Window shown, List<String> territories, List<Medium> media, List<Speech> speech) {

    /** Sorts and copies. */
    public Region(Window shown, Set<String> territories, Set<Medium> media, Set<Speech> speech) {
        this(
                shown,
                List.copyOf(new TreeSet<>(territories)),
                List.copyOf(new TreeSet<>(media)),
                List.copyOf(new TreeSet<>(speech)));
    }
}
