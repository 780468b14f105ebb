package org.countenance.registry;

import java.time.Instant;
import java.util.Optional;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Content;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.PartyKey;
import org.countenance.record.VerifiedRecord;

/** A signed record at its index and instant in a log; made only by {@link EntryVerifier}, or supposed by {@link Slice}. */
public final class LoggedRecord implements Comparable<LoggedRecord> {

    private final long index;
    private final Instant instant;
    private final ParsedRecord record;
    private final Optional<VerifiedRecord> verified;

    LoggedRecord(long index, Instant instant, VerifiedRecord verified) {
        this(index, instant, verified.record(), Optional.of(verified));
    }

    private LoggedRecord(long index, Instant instant, ParsedRecord record, Optional<VerifiedRecord> verified) {
        this.index = index;
        this.instant = instant;
        this.record = record;
        this.verified = verified;
    }

    /** One that nobody has signed, as if the key that it names had: for what never leaves a supposition. */
    static LoggedRecord supposed(long index, Instant instant, ParsedRecord record) {
        return new LoggedRecord(index, instant, record, Optional.empty());
    }

    /** How many entries came before. */
    public long index() {
        return index;
    }

    /** When the log took it. */
    public Instant instant() {
        return instant;
    }

    /** What it says. */
    public ParsedRecord record() {
        return record;
    }

    /** What this kind of record says. */
    public Content content() {
        return record().content();
    }

    /** Its id. */
    public Id id() {
        return record().id();
    }

    /** The record, apart from where it stands; one that is supposed has none. */
    VerifiedRecord verified() {
        return verified.orElseThrow();
    }

    /** The key that signed it; one that is supposed has none. */
    public VerificationKey key() {
        return verified().key();
    }

    /** Thumbprint of the key that signed it. */
    public String signer() {
        return verified.map(each -> each.key().thumbprint()).orElse(record.jws().kid());
    }

    /** Whether a key that it lists agreed to be listed in it. */
    boolean proves(PartyKey listed) {
        return verified.filter(each -> each.proves(listed)).isPresent();
    }

    @Override
    public int compareTo(LoggedRecord other) {
        return Long.compare(index, other.index);
    }

    @Override
    public String toString() {
        return record() + " at " + index;
    }
}
