package org.countenance.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordVerifier;
import org.countenance.tlog.Entry;

/**
 * Reads and verifies entries one after the other; the only maker of a {@link LoggedRecord}. A key is found by its
 * thumbprint among those that party records list, and a thumbprint certifies itself: whose key it was at that entry, and
 * whether it might sign, {@link Reducer} judges.
 */
final class EntryVerifier {

    private final Map<String, VerificationKey> keys = new HashMap<>();

    /** Knows no key yet. */
    EntryVerifier() {}

    /**
     * Reads an entry and checks who signed it.
     *
     * @return the record, or why there is none
     */
    Reading verify(long index, Entry entry) {
        ParsedRecord record;
        try {
            record = RecordCodec.parse(entry.jws());
        } catch (MalformedException e) {
            return Reading.unread(EntryFault.unreadable(index, entry, isSignedBySomebodyKnown(entry), e.getMessage()));
        }
        return verify(index, entry.instant(), record);
    }

    /** Checks who signed a record that stands, or is about to stand, at {@code index}. */
    Reading verify(long index, Instant instant, ParsedRecord record) {
        if (record.content() instanceof Party party) {
            party.keys().stream().map(PartyKey::key).forEach(key -> keys.put(key.thumbprint(), key));
        }
        Optional<VerificationKey> key =
                Optional.ofNullable(keys.get(record.jws().kid()));
        if (key.isEmpty()) {
            return Reading.unread(EntryFault.unsigned(
                    index,
                    record,
                    "no registered party lists key `" + record.jws().kid() + "`"));
        }
        try {
            return Reading.of(new LoggedRecord(index, instant, RecordVerifier.verify(record, key.get())));
        } catch (NotVerifiedException e) {
            return Reading.unread(EntryFault.unsigned(index, record, e.getMessage()));
        }
    }

    /** Whether what cannot be read was at least signed by a key that some party listed, so that it is no stranger's junk. */
    private boolean isSignedBySomebodyKnown(Entry entry) {
        Optional<VerificationKey> key = Optional.ofNullable(keys.get(entry.jws().kid()));
        return key.map(known ->
                        known.verifies(entry.jws().signingInput(), entry.jws().signature()))
                .orElse(false);
    }

    /**
     * A record, or why there is none.
     *
     * @param record what was read and verified
     * @param fault what is wrong with the entry
     */
    record Reading(Optional<LoggedRecord> record, Optional<EntryFault> fault) {

        static Reading of(LoggedRecord record) {
            return new Reading(Optional.of(record), Optional.empty());
        }

        static Reading unread(EntryFault fault) {
            return new Reading(Optional.empty(), Optional.of(fault));
        }
    }

    /** The subject that an entry's claims name, if they name one. */
    static Optional<Id> claimed(Entry entry, String member) {
        return entry.jws().payload().get(member).flatMap(value -> {
            try {
                return Optional.of(Id.read(value));
            } catch (MalformedException e) {
                return Optional.empty();
            }
        });
    }
}
