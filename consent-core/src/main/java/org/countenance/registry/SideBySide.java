package org.countenance.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Work on many things that do not hang on each other, done ahead of whoever asks for it. The thread that asks works too instead of
 * waiting: the common pool of a machine with two cores has one thread, and beside it the other core would stand still.
 */
final class SideBySide<R> {

    private static final int PART = 16;

    private final List<Errand<List<R>>> parts = new ArrayList<>();
    private int open;

    private SideBySide() {}

    /** Begins with the first; on return some may be done, or none. */
    static <T, R> SideBySide<R> begin(List<T> things, Function<T, R> work, Executor executor) {
        SideBySide<R> all = new SideBySide<>();
        for (int from = 0; from < things.size(); from += PART) {
            List<T> some = things.subList(from, Math.min(from + PART, things.size()));
            all.parts.add(new Errand<>(() -> some.stream().map(work).toList()));
        }
        all.open = all.parts.size();
        all.parts.forEach(part -> executor.execute(part::begin));
        return all;
    }

    /** What comes of each, in the same order. The first of them that fails is the one whose failure is thrown. */
    static <T, R> List<R> map(List<T> things, Function<T, R> work, Executor executor) {
        return begin(things, work, executor).all();
    }

    /** What comes of each. For the one thread that asks. */
    List<R> all() {
        List<R> results = new ArrayList<>();
        parts.forEach(part -> results.addAll(result(part)));
        return results;
    }

    /** What comes of the thing at {@code index}. For the one thread that asks. */
    R at(int index) {
        return result(parts.get(index / PART)).get(index % PART);
    }

    private List<R> result(Errand<List<R>> part) {
        part.begin();
        while (!part.isDone() && open > 0) {
            // From the other end, so that the threads meet once.
            parts.get(--open).begin();
        }
        return part.result();
    }
}
