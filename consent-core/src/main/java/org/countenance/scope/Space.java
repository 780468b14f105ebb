package org.countenance.scope;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.countenance.base.Window;

/**
 * The points of one use's region, and the maps from them to {@link Worth}. Values that nothing in question tells apart are one
 * atom; maps are reduced ordered decision diagrams in the fixed order time, territory, medium, modality and language, with
 * every node held once, so that equal maps are the same node (decision.md section 2). Not for several threads at once.
 */
public final class Space {

    static final int TIME = 0;
    static final int TERRITORY = 1;
    static final int MEDIUM = 2;
    static final int SPEECH = 3;
    static final int LEVELS = 4;

    /** How many comparisons of a value with a scope weigh as much as a node. */
    private static final int COMPARISONS = 64;

    private final Nodes nodes;
    private final Map<Scope, Integer> scopes = new HashMap<>();
    private final Timeline times;
    private final Atoms<String> territories;
    private final Atoms<Medium> media;
    private final Atoms<Speech> speech;

    /**
     * Prepares the space of a region.
     *
     * @param scopes every scope that will be asked about
     * @param cuts every instant at which something may change, beside those of the scopes
     * @param budget how many nodes may be made; one with very many children counts as several. Beyond it every method throws
     *     {@link TooComplexException}
     */
    public Space(Region region, Collection<Scope> scopes, Collection<Instant> cuts, int budget) {
        List<Scope> distinct = List.copyOf(new LinkedHashSet<>(scopes));
        this.nodes = new Nodes(budget);
        int values = region.territories().size()
                + region.media().size()
                + region.speech().size();
        nodes.spend((int) Math.min(Integer.MAX_VALUE, (long) distinct.size() * values / COMPARISONS));
        Set<Instant> changes = new HashSet<>(cuts);
        for (Scope scope : distinct) {
            this.scopes.put(scope, this.scopes.size());
            changes.add(scope.shown().from());
            changes.add(scope.shown().until());
        }
        this.times = Timeline.of(region.shown(), changes);
        this.territories = Atoms.of(
                region.territories(),
                distinct,
                (scope, code) -> scope.territories().contains(code),
                (scope, code) -> scope.territories().contains(code));
        this.media = Atoms.of(
                region.media(),
                distinct,
                (scope, medium) -> scope.media().permits(medium),
                (scope, medium) -> scope.media().forbids(medium));
        this.speech = Atoms.of(region.speech(), distinct, Scope::permits, Scope::forbids);
    }

    /** The map that is the same everywhere. */
    public WorthMap all(Worth worth) {
        return new WorthMap(this, worth.ordinal());
    }

    /**
     * {@code yes} while {@code window} lasts, {@code no} elsewhere.
     *
     * @throws IllegalArgumentException when an end of the window lies in the region and was not given as a cut
     */
    public WorthMap during(Window window) {
        return new WorthMap(this, level(TIME, times.count(), each -> times.isIn(window, each), Worth.YES.ordinal()));
    }

    /**
     * {@code yes} where a permission of this scope gives, {@code no} elsewhere.
     *
     * @throws IllegalArgumentException when the space was made without this scope
     */
    public WorthMap permitted(Scope scope) {
        int known = indexOf(scope);
        return box(
                scope.shown(),
                each -> territories.permits(known, each),
                each -> media.permits(known, each),
                each -> speech.permits(known, each));
    }

    /**
     * {@code yes} where a prohibition of this scope takes while {@code window} lasts, {@code no} elsewhere.
     *
     * @throws IllegalArgumentException when the space was made without this scope, or an end of the window lies in the region
     *     and was not given as a cut
     */
    public WorthMap forbidden(Scope scope, Window window) {
        int known = indexOf(scope);
        WorthMap taken = box(
                scope.shown(),
                each -> territories.forbids(known, each),
                each -> media.forbids(known, each),
                each -> speech.forbids(known, each));
        return taken.and(during(window));
    }

    /** How many nodes were made so far. */
    public int size() {
        return nodes.size();
    }

    /** How much of the budget was spent so far. */
    public int spent() {
        return nodes.spent();
    }

    private int indexOf(Scope scope) {
        Integer known = scopes.get(scope);
        if (known == null) {
            throw new IllegalArgumentException("wanted a scope that the space was made for, found another");
        }
        return known;
    }

    private WorthMap box(Window shown, IntPredicate where, IntPredicate on, IntPredicate how) {
        int inner = level(SPEECH, speech.count(), how, Worth.YES.ordinal());
        inner = level(MEDIUM, media.count(), on, inner);
        inner = level(TERRITORY, territories.count(), where, inner);
        return new WorthMap(this, level(TIME, times.count(), each -> times.isIn(shown, each), inner));
    }

    /** A node that goes on to {@code then} for the atoms inside, and is {@code no} for the others. */
    private int level(int level, int width, IntPredicate inside, int then) {
        int[] children = new int[width];
        for (int i = 0; i < width; i++) {
            children[i] = inside.test(i) ? then : Worth.NO.ordinal();
        }
        return nodes.node(level, children);
    }

    Nodes nodes() {
        return nodes;
    }

    Timeline times() {
        return times;
    }

    Atoms<String> territories() {
        return territories;
    }

    Atoms<Medium> media() {
        return media;
    }

    Atoms<Speech> speech() {
        return speech;
    }
}
