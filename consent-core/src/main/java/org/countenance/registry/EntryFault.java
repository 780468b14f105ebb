package org.countenance.registry;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.jws.Algorithm;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordKind;
import org.countenance.tlog.Entry;

/**
 * An entry that gives no record (records.md, Unknown things).
 *
 * @param index where it stands
 * @param id its record id
 * @param kind what is wrong
 * @param parties whom it concerns: its {@code sub} and {@code iss}
 * @param why in words
 */
public record EntryFault(long index, Id id, Kind kind, Set<Id> parties, String why) {

    /** What is wrong with an entry. */
    public enum Kind {
        /** Something newer: whom it concerns, nobody can clear until the verifier is updated. */
        UNKNOWN,
        /** A known opening kind with an unknown member or word: it gives nothing. */
        UNREADABLE,
        /** The signature does not hold, or the key is nobody's: it counts for nothing. */
        UNSIGNED
    }

    private static final Set<RecordKind> CLOSING =
            Set.of(RecordKind.PROHIBITION, RecordKind.REVOCATION, RecordKind.ENDORSEMENT);

    static EntryFault unreadable(long index, Entry entry, boolean signed, String why) {
        Optional<RecordKind> kind = RecordKind.ofTyp(entry.jws().typ());
        boolean known = Arrays.stream(Algorithm.values())
                .anyMatch(algorithm -> algorithm.joseName().equals(entry.jws().alg()));
        boolean newer = kind.map(CLOSING::contains).orElse(true) || SubjectKeys.isNewer(entry.jws());
        Kind fault = !newer ? Kind.UNREADABLE : signed || !known ? Kind.UNKNOWN : Kind.UNSIGNED;
        Set<Id> parties = new HashSet<>();
        List.of("sub", "iss")
                .forEach(member -> EntryVerifier.claimed(entry, member).ifPresent(parties::add));
        return new EntryFault(index, new Id(entry.jws().id()), fault, Set.copyOf(parties), why);
    }

    static EntryFault unsigned(long index, ParsedRecord record, String why) {
        return new EntryFault(index, record.id(), Kind.UNSIGNED, Set.of(record.subject()), why);
    }
}
