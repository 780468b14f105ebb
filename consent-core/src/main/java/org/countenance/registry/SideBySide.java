package org.countenance.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work on many things that do not hang on each other. The thread that asks for it works too: the common pool of a machine with
 * two cores has one thread, and beside it the other core would only wait.
 */
final class SideBySide {

    private static final int CHUNK = 64;

    private SideBySide() {}

    /** What comes of each, in the same order. The first of them that fails is the one whose failure is thrown. */
    static <T, R> List<R> map(List<T> things, Function<T, R> work, Executor executor) {
        List<Part<R>> parts = new ArrayList<>();
        for (int from = 0; from < things.size(); from += CHUNK) {
            List<T> some = things.subList(from, Math.min(from + CHUNK, things.size()));
            parts.add(new Part<>(() -> some.stream().map(work).toList()));
        }
        parts.subList(0, Math.max(0, parts.size() - 1)).forEach(executor::execute);
        // From the other end, so that the two meet once.
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).run();
        }
        List<R> results = new ArrayList<>(things.size());
        parts.forEach(part -> results.addAll(part.result.join()));
        return results;
    }

    /** A part of the work, which the first thread that comes to it does. */
    private static final class Part<R> implements Runnable {

        private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
        private final CompletableFuture<List<R>> result = new CompletableFuture<>();
        private final Supplier<List<R>> work;

        Part(Supplier<List<R>> work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (begun.complete(true)) {
                try {
                    result.complete(work.get());
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            }
        }
    }
}
