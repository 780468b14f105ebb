package org.countenance.scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.countenance.base.Window;

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
        return combine(other, Worth::or);
    }

    /** The lesser of the two, everywhere. */
    public WorthMap and(WorthMap other) {
        return combine(other, Worth::and);
    }

    /** This without the other, everywhere. */
    public WorthMap minus(WorthMap other) {
        return combine(other, Worth::minus);
    }

    /** {@code no} for {@code yes} and the other way round. */
    public WorthMap invert() {
        return combine(this, (worth, same) -> worth.inverse());
    }

    /** {@code yes} where this is worth just that, {@code no} elsewhere. */
    public WorthMap where(Worth wanted) {
        return combine(this, (worth, same) -> worth == wanted ? Worth.YES : Worth.NO);
    }

    /** Whether it is worth that everywhere. */
    public boolean is(Worth worth) {
        return node == worth.ordinal();
    }

    /** Whether it is worth that somewhere. */
    public boolean any(Worth worth) {
        return !where(worth).is(Worth.NO);
    }

    /** What it is worth at one point of the region. */
    public Worth at(Instant time, String territory, Medium medium, Speech speech) {
        int[] atoms = {
            indexOf(space.times(), each -> each.contains(time)),
            indexOf(space.territories(), each -> each.contains(territory)),
            indexOf(space.media(), each -> each.contains(medium)),
            indexOf(space.speech(), each -> each.contains(speech))
        };
        int at = node;
        for (int level = 0; level < Space.LEVELS; level++) {
            at = space.nodes().child(at, level, atoms[level]);
        }
        return Worth.values()[at];
    }

    /** The part that is worth that, as few disjoint boxes, in a fixed order. */
    public List<Part> boxes(Worth wanted) {
        List<Part> parts = new ArrayList<>();
        collect(node, 0, new ArrayList<>(), wanted, parts);
        return List.copyOf(parts);
    }

    private void collect(int at, int level, List<List<Integer>> path, Worth wanted, List<Part> parts) {
        if (level == Space.LEVELS) {
            if (at == wanted.ordinal()) {
                parts.add(part(path));
            }
            return;
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < width(level); i++) {
            groups.computeIfAbsent(space.nodes().child(at, level, i), any -> new ArrayList<>())
                    .add(i);
        }
        for (Map.Entry<Integer, List<Integer>> group : groups.entrySet()) {
            path.add(group.getValue());
            collect(group.getKey(), level + 1, path, wanted, parts);
            path.remove(path.size() - 1);
        }
    }

    private int width(int level) {
        return switch (level) {
            case Space.TIME -> space.times().size();
            case Space.TERRITORY -> space.territories().size();
            case Space.MEDIUM -> space.media().size();
            default -> space.speech().size();
        };
    }

    private Part part(List<List<Integer>> path) {
        return new Part(
                windows(path.get(Space.TIME)),
                members(space.territories(), path.get(Space.TERRITORY)),
                members(space.media(), path.get(Space.MEDIUM)),
                members(space.speech(), path.get(Space.SPEECH)));
    }

    /** Times that adjoin are one. */
    private List<Window> windows(List<Integer> atoms) {
        List<Window> windows = new ArrayList<>();
        for (int atom : atoms) {
            Window next = space.times().get(atom);
            int last = windows.size() - 1;
            if (last >= 0 && windows.get(last).until().equals(next.from())) {
                windows.set(last, new Window(windows.get(last).from(), next.until()));
            } else {
                windows.add(next);
            }
        }
        return List.copyOf(windows);
    }

    private static <T extends Comparable<T>> SortedSet<T> members(List<List<T>> groups, List<Integer> atoms) {
        TreeSet<T> members = new TreeSet<>();
        atoms.stream().map(groups::get).forEach((Collection<T> group) -> members.addAll(group));
        return Collections.unmodifiableSortedSet(members);
    }

    private static <T> int indexOf(List<T> atoms, java.util.function.Predicate<T> wanted) {
        for (int i = 0; i < atoms.size(); i++) {
            if (wanted.test(atoms.get(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("wanted a point of the region, found one outside");
    }

    private WorthMap combine(WorthMap other, BinaryOperator<Worth> operator) {
        if (space != other.space) {
            throw new IllegalArgumentException("wanted two maps of one space, found two spaces");
        }
        return new WorthMap(space, space.nodes().combine(node, other.node, operator));
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
