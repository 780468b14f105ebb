package org.countenance.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.countenance.base.Window;

/** Renders where a map is {@code yes} as disjoint boxes: one for each path through the diagram. */
final class Boxes {

    private final Nodes nodes;
    private final Level<List<Window>> times;
    private final Level<SortedSet<String>> territories;
    private final Level<SortedSet<Medium>> media;
    private final Level<SortedSet<Speech>> speech;

    Boxes(Space space) {
        this.nodes = space.nodes();
        this.times = new Level<>(Space.TIME, space.times().count(), space.times()::windows);
        this.territories = new Level<>(Space.TERRITORY, space.territories().count(), space.territories()::values);
        this.media = new Level<>(Space.MEDIUM, space.media().count(), space.media()::values);
        this.speech = new Level<>(Space.SPEECH, space.speech().count(), space.speech()::values);
    }

    List<Part> of(int root) {
        List<Part> parts = new ArrayList<>();
        for (Branch<List<Window>> when : times.branches(root)) {
            for (Branch<SortedSet<String>> where : territories.branches(when.node())) {
                for (Branch<SortedSet<Medium>> on : media.branches(where.node())) {
                    for (Branch<SortedSet<Speech>> how : speech.branches(on.node())) {
                        nodes.spend(1);
                        parts.add(new Part(when.values(), where.values(), on.values(), how.values()));
                    }
                }
            }
        }
        return List.copyOf(parts);
    }

    /** The values for which a node goes on to the same child. */
    private record Branch<C>(C values, int node) {}

    /** One level of the diagram; what a node splits into is worked out once, however many paths lead there. */
    private final class Level<C> {
        private final int level;
        private final int width;
        private final Function<List<Integer>, C> values;
        private final Map<Integer, List<Branch<C>>> known = new HashMap<>();

        Level(int level, int width, Function<List<Integer>, C> values) {
            this.level = level;
            this.width = width;
            this.values = values;
        }

        /** The ways on from a node that do not end in {@code no}, in the order of their first atoms. */
        List<Branch<C>> branches(int node) {
            return known.computeIfAbsent(node, this::split);
        }

        private List<Branch<C>> split(int node) {
            Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
            for (int atom = 0; atom < width; atom++) {
                groups.computeIfAbsent(nodes.child(node, level, atom), any -> new ArrayList<>())
                        .add(atom);
            }
            groups.remove(Worth.NO.ordinal());
            return groups.entrySet().stream()
                    .map(group -> new Branch<>(values.apply(group.getValue()), group.getKey()))
                    .toList();
        }
    }
}
