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
    private final Judgement judgement;
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
        this.judgement = new Judgement(store, growth.size(), Passage.of(records), known, executor);
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
        return judgement.refusal(growth.size(), instant, record);
    }

    /** Takes a record that was judged last, with its words for people. */
    void take(Submission submission) {
        ParsedRecord record = submission.record();
        growth.add(new Entry(instant, record.jws()));
        judgement.take(record);
        submission
                .annex()
                .ifPresent(annex -> growth.annex(record.claims().annex().orElseThrow(), annex));
        submission.lists().forEach(list -> growth.annex(Sha256.hash(list).hex(), list));
    }
}
