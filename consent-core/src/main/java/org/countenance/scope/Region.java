package org.countenance.scope;

import java.util.Collections;
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
public record Region(Window shown, Set<String> territories, Set<Medium> media, Set<Speech> speech) {

    /** Sorts and copies; a region has at least one point. */
    public Region {
        if (territories.isEmpty() || media.isEmpty() || speech.isEmpty()) {
            throw new IllegalArgumentException("wanted a region with a point, found one without");
        }
        territories = Collections.unmodifiableSet(new TreeSet<>(territories));
        media = Collections.unmodifiableSet(new TreeSet<>(media));
        speech = Collections.unmodifiableSet(new TreeSet<>(speech));
    }
}
