package org.countenance.registry;

import java.time.Instant;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Content;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.PartyKey;
import org.countenance.record.VerifiedRecord;

/** A signed record at its index and instant in a log; made only by {@link EntryVerifier}. */
public final class LoggedRecord implements Comparable<LoggedRecord> {

    private final long index;
    private final Instant instant;
    private final VerifiedRecord verified;

    LoggedRecord(long index, Instant instant, VerifiedRecord verified) {
        this.index = index;
        this.instant = instant;
        this.verified = verified;
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
        return verified.record();
    }

    /** What this kind of record says. */
    public Content content() {
        return record().content();
    }

    /** Its id. */
    public Id id() {
        return record().id();
    }

    /** The record, apart from where it stands. */
    VerifiedRecord verified() {
        return verified;
    }

    /** The key that signed it. */
    public VerificationKey key() {
        return verified.key();
    }

    /** Thumbprint of the key that signed it. */
    public String signer() {
        return verified.key().thumbprint();
    }

    /** Whether a key that it lists agreed to be listed in it. */
    boolean proves(PartyKey listed) {
        return verified.proves(listed);
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
