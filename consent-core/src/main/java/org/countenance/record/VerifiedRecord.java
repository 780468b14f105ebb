package org.countenance.record;

import org.countenance.jws.VerificationKey;

/** A record that was signed by a known key; made only by {@link RecordVerifier}. Whose key it was, others judge. */
public final class VerifiedRecord {

    private final ParsedRecord record;
    private final VerificationKey key;

    VerifiedRecord(ParsedRecord record, VerificationKey key) {
        this.record = record;
        this.key = key;
    }

    /** What it says. */
    public ParsedRecord record() {
        return record;
    }

    /** The key that signed it. */
    public VerificationKey key() {
        return key;
    }
}
