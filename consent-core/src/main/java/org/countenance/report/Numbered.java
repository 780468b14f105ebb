package org.countenance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for things in the order in which they come up, each thing once. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> all = new ArrayList<>();

    /** The number of a thing, from 0. */
    int of(T thing) {
        Integer known = numbers.putIfAbsent(thing, all.size());
        if (known == null) {
            all.add(thing);
            return all.size() - 1;
        }
        return known;
    }

    /** Everything that has a number, in the order of numbers. */
    List<T> all() {
        return all;
    }
}
