package org.countenance.registry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work that the first thread that comes to it does: one of an executor, or whoever would have to wait for what comes of it. */
final class Errand<R> {

    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private final Supplier<R> work;

    Errand(Supplier<R> work) {
        this.work = work;
    }

    /** Work that {@code executor} is asked to do. */
    static <R> Errand<R> on(Executor executor, Supplier<R> work) {
        Errand<R> errand = new Errand<>(work);
        executor.execute(errand::begin);
        return errand;
    }

    /** Does it, unless somebody else began; whether it was this thread. */
    boolean begin() {
        boolean first = begun.complete(true);
        if (first) {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        }
        return first;
    }

    boolean isDone() {
        return result.isDone();
    }

    /** What came of it, or its failure. */
    R result() {
        begin();
        try {
            return result.join();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
