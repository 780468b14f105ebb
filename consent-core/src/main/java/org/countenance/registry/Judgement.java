package org.countenance.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.record.ParsedRecord;
import org.countenance.tlog.Entry;

/**
 * What becomes of entries that follow those of a store, one after the other: admission, replication and audit ask the same one
 * (log.md, Admission).
 */
final class Judgement {

    private final Slice.Fold fold;
    private final KeyOwners owners;

    /**
     * Knows the entries of {@code store} before {@code from} by which these are judged.
     *
     * @param next what is judged
     * @param known entries that were verified before
     * @param executor where signatures are checked
     */
    Judgement(LogStore store, long from, Passage next, VerifiedEntries known, Executor executor) {
        Precedents precedents = Precedents.of(store, from, next.records(), next.unread(), known);
        EntryVerifier verifier = new EntryVerifier(known);
        verifier.checked(next.checked());
        this.fold = new Slice.Fold(store.name(), verifier)
                .over(precedents.entries(), precedents.records(), next.records(), executor);
        this.owners = new KeyOwners(store, from);
    }

    /**
     * An entry as it was judged.
     *
     * @param record what it says; empty where it does not read, or is not signed by whom it names
     * @param refusal why its log should not have taken it; empty where it may have
     */
    record Judged(Optional<LoggedRecord> record, Optional<String> refusal) {}

    /** Judges the next entry that a log has. What it says stays, and counts as far as the reducer lets it. */
    Judged entry(long index, Entry entry) {
        EntryVerifier.Reading reading = fold.verifier().verify(index, entry);
        if (reading.record().isEmpty()) {
            // What a newer program may read is no fault of its operator.
            return new Judged(
                    Optional.empty(),
                    reading.fault()
                            .filter(fault -> fault.kind() != EntryFault.Kind.UNKNOWN)
                            .map(EntryFault::why));
        }
        LoggedRecord logged = reading.record().get();
        Optional<String> taken = owners.refusal(logged.record());
        Optional<String> ruled = refusal(logged);
        owners.take(logged.record());
        return new Judged(reading.record(), taken.or(() -> ruled));
    }

    /** Why a log may not take a record as its next entry; empty when it may. */
    Optional<String> refusal(long index, Instant instant, ParsedRecord record) {
        Optional<String> taken = owners.refusal(record);
        if (taken.isPresent()) {
            return taken;
        }
        EntryVerifier.Reading reading = fold.verifier().verify(index, instant, record);
        return reading.record().isPresent()
                ? refusal(reading.record().get())
                : reading.fault().map(EntryFault::why);
    }

    /** Notes that a record was taken. */
    void take(ParsedRecord record) {
        owners.take(record);
    }

    private Optional<String> refusal(LoggedRecord logged) {
        Ruling ruling = fold.apply(logged);
        return ruling.admissible() ? Optional.empty() : Optional.of(ruling.why());
    }
}
