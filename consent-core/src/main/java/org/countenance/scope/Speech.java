package org.countenance.scope;

import java.util.Comparator;

/**
 * One way of using somebody, in one language.
 *
 * @param modality what of the person
 * @param tag the language spoken; {@link #NO_LANGUAGE} where nothing is said
 */
public record Speech(Modality modality, String tag) implements Comparable<Speech> {

    /** No linguistic content. */
    public static final String NO_LANGUAGE = Languages.NONE_SPOKEN;

    /** A way of using somebody in which nothing is said. */
    public static Speech silent(Modality modality) {
        return new Speech(modality, NO_LANGUAGE);
    }

    /** Whether nothing is said. */
    public boolean isSilent() {
        return tag.equalsIgnoreCase(NO_LANGUAGE);
    }

    // Written out, as that of an id is.
    @Override
    public int hashCode() {
        return 31 * modality.hashCode() + tag.hashCode();
    }

    @Override
    public int compareTo(Speech other) {
        return Comparator.comparing(Speech::modality).thenComparing(Speech::tag).compare(this, other);
    }
}
