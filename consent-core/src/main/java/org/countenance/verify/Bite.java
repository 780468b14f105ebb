package org.countenance.verify;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.countenance.base.Window;
import org.countenance.record.Prohibition.Reach;
import org.countenance.record.Terms.Released;
import org.countenance.record.Terms.Withdrawal;

/**
 * When a stop bites: one row of the table of decision.md section 3, a window for each of its columns. An absent window means
 * that this column is left alone.
 *
 * @param made on new material
 * @param fresh on showing what is not out
 * @param out on showing what is out, in the region where it is out
 * @param logged the log instant of the stop: what was cleared before it is out
 * @param effective when it takes effect: what is out had begun to be shown by then
 * @param ends whether it ends a grant, rather than suspends it
 */
record Bite(
        Optional<Window> made,
        Optional<Window> fresh,
        Optional<Window> out,
        Instant logged,
        Instant effective,
        boolean ends) {

    private static final Optional<Window> ANY_TIME = Optional.of(Window.ALWAYS);

    /** On everything, whenever it was made or is shown. */
    static final Bite ALWAYS = new Bite(ANY_TIME, ANY_TIME, ANY_TIME, Instant.MIN, Instant.MIN, false);

    /** Under the terms of a grant: what is out ends as they say. */
    static Bite underTerms(Instant logged, Instant effective, Withdrawal terms, Reach reach) {
        Optional<Window> from = from(effective);
        Instant out = terms.released() == Released.CONTINUE
                ? Window.NEVER
                : terms.windDown().map(span -> span.after(effective)).orElse(effective);
        return new Bite(
                from,
                reach == Reach.NEW ? Optional.empty() : from,
                reach == Reach.ALL ? from(out) : Optional.empty(),
                logged,
                effective,
                true);
    }

    /** At once, and as far as it reaches, whatever the terms of a grant say. */
    static Bite atOnce(Instant logged, Reach reach) {
        Optional<Window> from = from(logged);
        return new Bite(
                from,
                reach == Reach.NEW ? Optional.empty() : from,
                reach == Reach.ALL ? from : Optional.empty(),
                logged,
                logged,
                false);
    }

    /** On what is made in {@code window}, whenever it is shown. */
    static Bite onMaking(Window window) {
        return new Bite(Optional.of(window), Optional.empty(), Optional.empty(), window.from(), window.from(), false);
    }

    /** On what is made in {@code window}, because of this. */
    Bite onMakingBefore(Window window) {
        return new Bite(Optional.of(window), Optional.empty(), Optional.empty(), logged, effective, false);
    }

    /** The same as an end of the grant. */
    Bite ending() {
        return new Bite(made, fresh, out, logged, effective, true);
    }

    /** What of it lies in {@code window}, if anything does. */
    Optional<Bite> during(Window window) {
        Bite part = new Bite(
                made.flatMap(window::and),
                fresh.flatMap(window::and),
                out.flatMap(window::and),
                logged,
                effective,
                ends);
        return part.windows().findAny().isPresent() ? Optional.of(part) : Optional.empty();
    }

    /** Every window, so that its ends are known. */
    Stream<Window> windows() {
        return Stream.of(made, fresh, out).flatMap(Optional::stream);
    }

    private static Optional<Window> from(Instant instant) {
        return instant.isBefore(Window.NEVER) ? Optional.of(new Window(instant, Window.NEVER)) : Optional.empty();
    }
}
