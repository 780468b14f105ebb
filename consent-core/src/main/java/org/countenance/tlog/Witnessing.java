package org.countenance.tlog;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the wanted witnesses cosigned a head, and when last.
 *
 * @param quorum who is wanted; empty for nobody
 * @param cosigned who did
 */
public record Witnessing(Optional<Quorum> quorum, Map<Quorum.Witness, Instant> cosigned) {

    /** Keeps a copy, in the same order. */
    public Witnessing {
        cosigned = Collections.unmodifiableMap(new LinkedHashMap<>(cosigned));
    }

    /** The newest instant at or after which enough of them have cosigned; empty when too few have or none is wanted. */
    public Optional<Instant> instant() {
        return quorum.flatMap(wanted -> wanted.instant(cosigned));
    }

    /** Whether enough have cosigned, be it none that are wanted. */
    public boolean isReached() {
        return quorum.isEmpty() || instant().isPresent();
    }

    /** How many have cosigned: two keys under one name are one witness. */
    public long count() {
        return cosigned.keySet().stream()
                .map(witness -> witness.key().name())
                .distinct()
                .count();
    }

    /** Who has and who has not, for people. */
    public String words() {
        List<String> done = names(cosigned.keySet().stream());
        List<String> missing =
                names(quorum.stream().flatMap(Quorum::witnesses).filter(any -> !cosigned.containsKey(any)));
        String by = done.isEmpty() ? "none" : "cosignatures by " + String.join(", ", done);
        return done.isEmpty() || missing.isEmpty() ? by : by + " and none by " + String.join(", ", missing);
    }

    private static List<String> names(Stream<Quorum.Witness> witnesses) {
        return witnesses.map(Quorum.Witness::name).toList();
    }
}
