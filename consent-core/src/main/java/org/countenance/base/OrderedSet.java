package org.countenance.base;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets that nobody changes any more and that keep the order of what was written. */
public final class OrderedSet {

    private OrderedSet() {}

    /** What is in {@code items}, each once. */
    public static <T> Set<T> copyOf(Collection<? extends T> items) {
        return switch (items.size()) {
            case 0 -> Set.of();
            case 1 -> Set.of(items.iterator().next());
            default -> Collections.unmodifiableSet(new LinkedHashSet<>(items));
        };
    }
}
