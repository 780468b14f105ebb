package org.countenance.scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.countenance.base.Window;

/**
 * The points of one use's region, and the maps from them to {@link Worth}. Values that nothing in question tells apart are one
 * atom; maps are reduced ordered decision diagrams in the fixed order time, territory, medium, modality and language, with
 * every node held once, so that equal maps are the same node (decision.md section 2).
 */
public final class Space {

    static final int TIME = 0;
    static final int TERRITORY = 1;
    static final int MEDIUM = 2;
    static final int SPEECH = 3;
    static final int LEVELS = 4;

    private final Nodes nodes;
    private final List<Window> times;
    private final List<List<String>> territories;
    private final List<List<Medium>> media;
    private final List<List<Speech>> speech;

    /**
     * Prepares the space of a region.
     *
     * @param scopes every scope that will be asked about
     * @param cuts every instant at which something may change, beside those of the scopes
     * @param budget how many nodes may be made
     */
    public Space(Region region, Collection<Scope> scopes, Collection<Instant> cuts, int budget) {
        this.times = times(region.shown(), scopes, cuts);
        List<Scope> all = List.copyOf(scopes);
        this.territories = atoms(
                region.territories(), all, (scope, code) -> scope.territories().contains(code), (scope, code) -> false);
        this.media = atoms(
                region.media(),
                all,
                (scope, medium) -> scope.media().permits(medium),
                (scope, medium) -> scope.media().forbids(medium));
        this.speech = atoms(region.speech(), all, Scope::permits, Scope::forbids);
        this.nodes = new Nodes(new int[] {times.size(), territories.size(), media.size(), speech.size()}, budget);
    }

    /** The map that is the same everywhere. */
    public WorthMap all(Worth worth) {
        return new WorthMap(this, worth.ordinal());
    }

    /** {@code yes} while {@code window} lasts, whose ends are among the cuts; else {@code no}. */
    public WorthMap during(Window window) {
        return box(window, any -> true, any -> true, any -> true);
    }

    /** {@code yes} where a permission of this scope gives, {@code no} elsewhere. */
    public WorthMap permitted(Scope scope) {
        return box(scope.shown(), scope.territories()::contains, scope.media()::permits, scope::permits);
    }

    /** {@code yes} where a prohibition of this scope takes while {@code window} lasts, {@code no} elsewhere. */
    public WorthMap forbidden(Scope scope, Window window) {
        WorthMap taken = box(scope.shown(), scope.territories()::contains, scope.media()::forbids, scope::forbids);
        return window.equals(Window.ALWAYS) ? taken : taken.and(during(window));
    }

    /** How many nodes were made so far. */
    public int size() {
        return nodes.size();
    }

    private WorthMap box(Window shown, Predicate<String> where, Predicate<Medium> on, Predicate<Speech> how) {
        int no = Worth.NO.ordinal();
        int inner = level(SPEECH, speech, each -> how.test(each.get(0)), Worth.YES.ordinal(), no);
        inner = level(MEDIUM, media, each -> on.test(each.get(0)), inner, no);
        inner = level(TERRITORY, territories, each -> where.test(each.get(0)), inner, no);
        return new WorthMap(this, level(TIME, times, each -> shown.contains(each.from()), inner, no));
    }

    private <T> int level(int level, List<T> atoms, Predicate<T> inside, int then, int otherwise) {
        int[] children = new int[atoms.size()];
        for (int i = 0; i < children.length; i++) {
            children[i] = inside.test(atoms.get(i)) ? then : otherwise;
        }
        return nodes.node(level, children);
    }

    Nodes nodes() {
        return nodes;
    }

    List<Window> times() {
        return times;
    }

    List<List<String>> territories() {
        return territories;
    }

    List<List<Medium>> media() {
        return media;
    }

    List<List<Speech>> speech() {
        return speech;
    }

    private static List<Window> times(Window shown, Collection<Scope> scopes, Collection<Instant> cuts) {
        NavigableSet<Instant> all = new TreeSet<>(cuts);
        for (Scope scope : scopes) {
            all.add(scope.shown().from());
            all.add(scope.shown().until());
        }
        List<Window> times = new ArrayList<>();
        Instant from = shown.from();
        for (Instant cut : all.subSet(shown.from(), false, shown.until(), false)) {
            times.add(new Window(from, cut));
            from = cut;
        }
        times.add(new Window(from, shown.until()));
        return List.copyOf(times);
    }

    /** Groups the values that every scope treats alike, both as a permission and as a prohibition. */
    private static <T> List<List<T>> atoms(
            List<T> values, List<Scope> scopes, BiPredicate<Scope, T> permits, BiPredicate<Scope, T> forbids) {
        Map<BitSet, List<T>> groups = new LinkedHashMap<>();
        for (T value : values) {
            BitSet signature = new BitSet(2 * scopes.size());
            for (int i = 0; i < scopes.size(); i++) {
                signature.set(2 * i, permits.test(scopes.get(i), value));
                signature.set(2 * i + 1, forbids.test(scopes.get(i), value));
            }
            groups.computeIfAbsent(signature, any -> new ArrayList<>()).add(value);
        }
        return groups.values().stream().map(List::copyOf).toList();
    }
}
