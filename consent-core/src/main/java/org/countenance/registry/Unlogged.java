package org.countenance.registry;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.countenance.record.ParsedRecord;

/**
 * Closing records that count as if they stood in a log that does not have them.
 *
 * @param also signed ones, which leave doubt
 * @param supposed ones that nobody has signed, which count in full, so that what follows can be told before somebody signs; no answer
 *     that rests on one is anybody's
 * @param when the instant at which they would have been logged
 */
public record Unlogged(List<ParsedRecord> also, List<ParsedRecord> supposed, Instant when) {

    /** Keeps copies. */
    public Unlogged {
        also = List.copyOf(also);
        supposed = List.copyOf(supposed);
    }

    /** Signed records alone. */
    static Unlogged signed(List<ParsedRecord> also, Instant when) {
        return new Unlogged(also, List.of(), when);
    }

    /** All of them. */
    Stream<ParsedRecord> all() {
        return Stream.concat(also.stream(), supposed.stream());
    }
}
