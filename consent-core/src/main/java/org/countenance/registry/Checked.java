package org.countenance.registry;

import java.util.Optional;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.VerificationKey;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordVerifier;
import org.countenance.record.VerifiedRecord;

/**
 * What came of checking who signed a record, so that nobody does it again, whatever it was.
 *
 * @param record what was checked
 * @param verified the same as verified; empty where its signature does not hold
 * @param why it does not, in words; empty where it does
 */
record Checked(ParsedRecord record, Optional<VerifiedRecord> verified, String why) {

    /** Checks it with the key that it names. */
    static Checked by(VerificationKey key, ParsedRecord record) {
        try {
            return of(RecordVerifier.verify(record, key));
        } catch (NotVerifiedException e) {
            return new Checked(record, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** One that held before. */
    static Checked of(VerifiedRecord verified) {
        return new Checked(verified.record(), Optional.of(verified), "");
    }
}
