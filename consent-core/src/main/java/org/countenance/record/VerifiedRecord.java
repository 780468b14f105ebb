package org.countenance.record;

import java.util.Set;
import org.countenance.jws.VerificationKey;

/** A record that was signed by a known key; made only by {@link RecordVerifier}. Whose key it was, others judge. */
public final class VerifiedRecord {

    private final ParsedRecord record;
    private final VerificationKey key;
    private final Set<String> proven;

    VerifiedRecord(ParsedRecord record, VerificationKey key, Set<String> proven) {
        this.record = record;
        this.key = key;
        this.proven = Set.copyOf(proven);
    }

    /** What it says. */
    public ParsedRecord record() {
        return record;
    }

    /** The key that signed it. */
    public VerificationKey key() {
        return key;
    }

    /** Whether a key that it lists, found by its thumbprint, agreed to be listed in it. */
    public boolean proves(PartyKey listed) {
        return proven.contains(listed.thumbprint());
    }
}
