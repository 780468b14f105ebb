package org.countenance.scope;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What consent is worth at each point of a {@link Space}. Two maps of one space are equal when they agree everywhere. */
public final class WorthMap {

    private final Space space;
    private final int node;

    WorthMap(Space space, int node) {
        this.space = space;
        this.node = node;
    }

    /** The greater of the two, everywhere. */
    public WorthMap or(WorthMap other) {
        return combine(other, Operation.OR);
    }

    /** The lesser of the two, everywhere. */
    public WorthMap and(WorthMap other) {
        return combine(other, Operation.AND);
    }

    /** What {@link Worth#minus} leaves when the other is taken away, everywhere. */
    public WorthMap minus(WorthMap other) {
        return combine(other, Operation.MINUS);
    }

    /** {@code no} for {@code yes} and the other way round. */
    public WorthMap invert() {
        return combine(this, Operation.INVERSE);
    }

    /** {@code yes} where this is worth one of those, {@code no} elsewhere. */
    public WorthMap where(Worth... wanted) {
        Set<Worth> those = EnumSet.copyOf(List.of(wanted));
        return combine(this, Operation.of(worth -> those.contains(worth) ? Worth.YES : Worth.NO));
    }

    /** Whether it is worth that everywhere. */
    public boolean is(Worth worth) {
        return node == worth.ordinal();
    }

    /** Whether it is worth that somewhere. */
    public boolean any(Worth worth) {
        return !where(worth).is(Worth.NO);
    }

    /**
     * What it is worth at one point.
     *
     * @throws IllegalArgumentException for a point outside the region
     */
    public Worth worthAt(Instant time, String territory, Medium medium, Speech speech) {
        int[] atoms = {
            space.times().indexOf(time),
            space.territories().indexOf(territory),
            space.media().indexOf(medium),
            space.speech().indexOf(speech)
        };
        int at = node;
        for (int level = 0; level < Space.LEVELS; level++) {
            at = space.nodes().child(at, level, atoms[level]);
        }
        return Worth.values()[at];
    }

    /** The points that are worth one of those, as few disjoint boxes, in a fixed order. */
    public List<Part> boxes(Worth... wanted) {
        return new Boxes(space).of(where(wanted).node);
    }

    private WorthMap combine(WorthMap other, Operation operation) {
        if (space != other.space) {
            throw new IllegalArgumentException("wanted two maps of one space, found two spaces");
        }
        return new WorthMap(space, space.nodes().combine(node, other.node, operation));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorthMap map && space == map.space && node == map.node;
    }

    @Override
    public int hashCode() {
        return node;
    }
}
