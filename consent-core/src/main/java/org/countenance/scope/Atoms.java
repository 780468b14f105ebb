package org.countenance.scope;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The values of one dimension in groups that no scope tells apart, in the order of their first values. */
final class Atoms<T> {

    private final List<List<T>> groups;
    private final List<BitSet> signatures;

    private Atoms(Map<BitSet, List<T>> groups) {
        this.signatures = List.copyOf(groups.keySet());
        this.groups = groups.values().stream().map(List::copyOf).toList();
    }

    /** Groups the values that every scope treats alike, both as a permission and as a prohibition. */
    static <T> Atoms<T> of(
            Collection<T> values, List<Scope> scopes, BiPredicate<Scope, T> permits, BiPredicate<Scope, T> forbids) {
        Map<BitSet, List<T>> groups = new LinkedHashMap<>();
        for (T value : values) {
            BitSet signature = new BitSet(2 * scopes.size());
            for (int i = 0; i < scopes.size(); i++) {
                signature.set(2 * i, permits.test(scopes.get(i), value));
                signature.set(2 * i + 1, forbids.test(scopes.get(i), value));
            }
            groups.computeIfAbsent(signature, any -> new ArrayList<>()).add(value);
        }
        return new Atoms<>(groups);
    }

    int count() {
        return groups.size();
    }

    /** Whether the scope of that index, as a permission, gives the values of an atom. */
    boolean permits(int scope, int atom) {
        return signatures.get(atom).get(2 * scope);
    }

    /** Whether the scope of that index, as a prohibition, takes the values of an atom. */
    boolean forbids(int scope, int atom) {
        return signatures.get(atom).get(2 * scope + 1);
    }

    /** The atom that a value belongs to. */
    int indexOf(T value) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(value)) {
                return i;
            }
        }
        throw new IllegalArgumentException("wanted a point of the region, found " + value + " outside");
    }

    /** The values of some atoms. */
    SortedSet<T> values(Collection<Integer> atoms) {
        TreeSet<T> values = new TreeSet<>();
        atoms.forEach(atom -> values.addAll(groups.get(atom)));
        return Collections.unmodifiableSortedSet(values);
    }
}
