package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.CompactJws;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordVerifier;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;

/**
 * Reads and verifies entries one after the other; the only maker of a {@link LoggedRecord}. A key is found by its
 * thumbprint among those that party records list, and a thumbprint certifies itself: whose key it was at that entry, and
 * whether it might sign, {@link Reducer} judges.
 */
final class EntryVerifier {

    private final Map<String, VerificationKey> keys = new HashMap<>();
    private final VerifiedEntries known;
    private final IdentityHashMap<CompactJws, VerifiedRecord> ahead = new IdentityHashMap<>();
    private final IdentityHashMap<CompactJws, ParsedRecord> read = new IdentityHashMap<>();

    /**
     * Knows no key yet.
     *
     * @param known entries that were verified before; those that are verified now are added
     */
    EntryVerifier(VerifiedEntries known) {
        this.known = known;
    }

    /** Takes note of what entries say, which were read before: a key that a party lists costs as much as its signature. */
    void read(Collection<ParsedRecord> records) {
        records.forEach(record -> read.put(record.jws(), record));
    }

    /** Checks the signatures of entries, which cost far more than anything else, side by side before they are asked for. */
    void verifyEntriesAhead(Collection<Entry> entries, Executor executor) {
        List<ParsedRecord> records = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                if (known.record(entry).isEmpty()) {
                    records.add(parsed(entry.jws()));
                }
            } catch (MalformedException e) {
                // Whoever asks for this entry is told.
            }
        }
        verifyAhead(records, executor);
    }

    /** The same for records, of entries or on their way to become some. */
    void verifyAhead(List<ParsedRecord> records, Executor executor) {
        // Keys that these list count for nothing yet: whoever listed them comes in turn.
        Map<String, VerificationKey> all = new HashMap<>(keys);
        records.forEach(record -> learn(record, all));
        SideBySide.map(records, record -> verified(record, all), executor)
                .forEach(each ->
                        each.ifPresent(verified -> ahead.put(verified.record().jws(), verified)));
    }

    private static Optional<VerifiedRecord> verified(ParsedRecord record, Map<String, VerificationKey> keys) {
        VerificationKey key = keys.get(record.jws().kid());
        try {
            return key == null ? Optional.empty() : Optional.of(RecordVerifier.verify(record, key));
        } catch (NotVerifiedException e) {
            // Whoever asks for this entry is told.
            return Optional.empty();
        }
    }

    private static void learn(ParsedRecord record, Map<String, VerificationKey> keys) {
        if (record.content() instanceof Party party) {
            party.keys().stream().map(PartyKey::key).forEach(key -> keys.put(key.thumbprint(), key));
        }
    }

    /**
     * Reads an entry and checks who signed it.
     *
     * @return the record, or why there is none
     */
    Reading verify(long index, Entry entry) {
        ParsedRecord record;
        try {
            Optional<VerifiedRecord> before = known.record(entry);
            before.ifPresent(verified -> ahead.put(verified.record().jws(), verified));
            record = before.isPresent() ? before.get().record() : parsed(entry.jws());
        } catch (MalformedException e) {
            return Reading.unread(EntryFault.unreadable(index, entry, isSignedBySomebodyKnown(entry), e.getMessage()));
        }
        Reading reading = verify(index, entry.instant(), record);
        reading.record().ifPresent(logged -> known.remember(entry, logged.verified()));
        return reading;
    }

    private ParsedRecord parsed(CompactJws jws) throws MalformedException {
        VerifiedRecord verified = ahead.get(jws);
        ParsedRecord before = verified == null ? read.get(jws) : verified.record();
        return before == null ? RecordCodec.parse(jws) : before;
    }

    /** Checks who signed a record that stands, or is about to stand, at {@code index}. */
    Reading verify(long index, Instant instant, ParsedRecord record) {
        learn(record, keys);
        Optional<VerificationKey> key =
                Optional.ofNullable(keys.get(record.jws().kid()));
        if (key.isEmpty()) {
            return Reading.unread(EntryFault.unsigned(
                    index,
                    record,
                    "no registered party lists key `" + record.jws().kid() + "`"));
        }
        try {
            VerifiedRecord verified = ahead.get(record.jws());
            return Reading.of(new LoggedRecord(
                    index, instant, verified == null ? RecordVerifier.verify(record, key.get()) : verified));
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
