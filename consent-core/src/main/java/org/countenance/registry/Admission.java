package org.countenance.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.Sha256;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Submission;
import org.countenance.tlog.Entry;

/** Records on their way into one's own log, each judged after those before it (log.md, Admission). */
final class Admission {

    private final Instant instant;
    private final Slice.Fold fold;
    private final KeyOwners owners;
    private final Growth growth;

    /**
     * Judges records that the log takes at {@code instant}.
     *
     * @param known entries that were verified before
     * @param executor where signatures are checked
     */
    Admission(LogStore store, List<ParsedRecord> records, Instant instant, VerifiedEntries known, Executor executor) {
        this.instant = instant;
        this.growth = new Growth(store);
        this.owners = new KeyOwners(store, growth.size());
        Precedents precedents = Precedents.of(store, growth.size(), records, List.of(), known);
        this.fold =
                new Slice.Fold(store.name(), new EntryVerifier(known)).over(precedents.entries(), precedents.records());
        fold.verifier().verifyAhead(records, executor);
    }

    Instant instant() {
        return instant;
    }

    /** What the log will hold. */
    Growth growth() {
        return growth;
    }

    /** Why the log may not take a record as its next entry; empty when it may. */
    Optional<String> refusal(ParsedRecord record) {
        Optional<String> taken = owners.refusal(record);
        if (taken.isPresent()) {
            return taken;
        }
        EntryVerifier.Reading reading = fold.verifier().verify(growth.size(), instant, record);
        if (reading.fault().isPresent()) {
            return reading.fault().map(EntryFault::why);
        }
        Ruling ruling = fold.apply(reading.record().orElseThrow());
        return ruling.admissible() ? Optional.empty() : Optional.of(ruling.why());
    }

    /** Takes a record that was judged last, with its words for people. */
    void take(Submission submission) {
        ParsedRecord record = submission.record();
        growth.add(new Entry(instant, record.jws()));
        owners.take(record);
        submission
                .annex()
                .ifPresent(annex -> growth.annex(record.claims().annex().orElseThrow(), annex));
        submission.lists().forEach(list -> growth.annex(Sha256.hash(list).hex(), list));
    }
}
