package org.countenance.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.scope.Choice;
import org.countenance.scope.Languages;
import org.countenance.scope.Scope;

/** Puts scopes that differ in one list alone into one, which allows neither more nor less. */
final class ScopeMerge {

    private ScopeMerge() {}

    static List<Scope> merge(List<Scope> scopes) {
        List<Scope> merged = new ArrayList<>(scopes);
        boolean changed = true;
        while (changed) {
            changed = mergeOnce(merged);
        }
        return List.copyOf(merged);
    }

    private static boolean mergeOnce(List<Scope> scopes) {
        for (int i = 0; i < scopes.size(); i++) {
            for (int j = i + 1; j < scopes.size(); j++) {
                Optional<Scope> both = both(scopes.get(i), scopes.get(j));
                if (both.isPresent()) {
                    scopes.set(i, both.get());
                    scopes.remove(j);
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Scope> both(Scope a, Scope b) {
        Scope all = new Scope(
                either(a.roles(), b.roles()),
                either(a.modalities(), b.modalities()),
                either(a.techniques(), b.techniques()),
                a.contexts(),
                either(a.media(), b.media()),
                a.territories(),
                Languages.of(either(a.languages().tags(), b.languages().tags())),
                a.made(),
                a.shown());
        boolean same = a.contexts().equals(b.contexts())
                && a.territories().equals(b.territories())
                && a.made().equals(b.made())
                && a.shown().equals(b.shown());
        return same && differences(a, b) <= 1 ? Optional.of(all) : Optional.empty();
    }

    private static int differences(Scope a, Scope b) {
        int differences = 0;
        differences += a.roles().equals(b.roles()) ? 0 : 1;
        differences += a.modalities().equals(b.modalities()) ? 0 : 1;
        differences += a.techniques().equals(b.techniques()) ? 0 : 1;
        differences += a.media().equals(b.media()) ? 0 : 1;
        differences += a.languages().equals(b.languages()) ? 0 : 1;
        return differences;
    }

    private static <E extends Enum<E> & org.countenance.scope.Word> Choice<E> either(Choice<E> a, Choice<E> b) {
        return Choice.of(either(a.items(), b.items()));
    }

    private static <T> Set<T> either(Set<T> a, Set<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
