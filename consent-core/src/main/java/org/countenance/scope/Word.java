package org.countenance.scope;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.countenance.base.KebabCase;

/** A word of one of the closed lists of version 1 of the vocabulary (decision.md section 1). */
public interface Word {

    /** The constant's name. */
    String name();

    /** What it means, in one line of plain language. */
    String meaning();

    /** How it is spelled: {@code face-swap}. */
    default String word() {
        return KebabCase.of(name());
    }

    /** Whether no wildcard gives it: it is granted by name or not at all. */
    default boolean namedOnly() {
        return false;
    }

    /** What others call it, in the order of the standards; empty where no counterpart is sure. */
    default Map<Standard, String> mappings() {
        return Collections.unmodifiableMap(new TreeMap<>(Mappings.of(this)));
    }
}
