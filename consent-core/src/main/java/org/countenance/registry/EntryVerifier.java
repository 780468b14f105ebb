package org.countenance.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.countenance.base.MalformedException;
import org.countenance.jws.CompactJws;
import org.countenance.jws.VerificationKey;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;

/**
 * Reads and verifies entries one after the other; the only maker of a {@link LoggedRecord}. A key is found by its
 * thumbprint among those that party records list, and a thumbprint certifies itself: whose key it was at that entry, and
 * whether it might sign, {@link Reducer} judges.
 */
final class EntryVerifier {

    private final ListedKeys keys = ListedKeys.all();
    private final VerifiedEntries known;
    private final IdentityHashMap<CompactJws, Supplier<Optional<Checked>>> ahead = new IdentityHashMap<>();
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

    /** Takes note of records whose signatures were checked before. */
    void checked(Collection<Checked> records) {
        records.forEach(each -> ahead.put(each.record().jws(), () -> Optional.of(each)));
    }

    /**
     * Begins to check the signatures of what was read, which cost far more than anything else, side by side before they are asked for.
     *
     * @param entries entries
     * @param next records that may become the next ones
     */
    void verifyAhead(Collection<Entry> entries, List<ParsedRecord> next, Executor executor) {
        List<ParsedRecord> records = new ArrayList<>();
        for (Entry entry : entries) {
            ParsedRecord record = read.get(entry.jws());
            if (record != null && known.record(entry).isEmpty()) {
                records.add(record);
            }
        }
        records.addAll(next);
        records.removeIf(record -> ahead.containsKey(record.jws()));
        if (records.isEmpty()) {
            return;
        }
        // Keys that these list count for nothing yet: whoever listed them comes in turn.
        ListedKeys all = ListedKeys.all();
        read.values().forEach(all::learn);
        SideBySide<Optional<Checked>> checks = SideBySide.begin(records, all::checked, executor);
        for (int i = 0; i < records.size(); i++) {
            int at = i;
            ahead.put(records.get(i).jws(), () -> checks.at(at));
        }
    }

    /**
     * Reads an entry and checks who signed it.
     *
     * @return the record, or why there is none
     */
    Reading verify(long index, Entry entry) {
        Optional<VerifiedRecord> before = known.record(entry);
        ParsedRecord record;
        try {
            record = before.isPresent() ? before.get().record() : parsed(entry.jws());
        } catch (MalformedException e) {
            return Reading.unread(EntryFault.unreadable(index, entry, isSignedBySomebodyKnown(entry), e.getMessage()));
        }
        Reading reading = verify(index, entry.instant(), record, before);
        if (before.isEmpty()) {
            reading.record().ifPresent(logged -> known.remember(entry, logged.verified()));
        }
        return reading;
    }

    private ParsedRecord parsed(CompactJws jws) throws MalformedException {
        ParsedRecord before = read.get(jws);
        return before == null ? RecordCodec.parse(jws) : before;
    }

    /** Checks who signed a record that stands, or is about to stand, at {@code index}. */
    Reading verify(long index, Instant instant, ParsedRecord record) {
        return verify(index, instant, record, Optional.empty());
    }

    private Reading verify(long index, Instant instant, ParsedRecord record, Optional<VerifiedRecord> before) {
        keys.learn(record);
        Optional<VerificationKey> key = keys.key(record.jws().kid());
        if (key.isEmpty()) {
            return Reading.unread(EntryFault.unsigned(
                    index,
                    record,
                    "no registered party lists key `" + record.jws().kid() + "`"));
        }
        Checked checked =
                before.map(Checked::of).or(() -> ahead(record)).orElseGet(() -> Checked.by(key.get(), record));
        return checked.verified().isPresent()
                ? Reading.of(new LoggedRecord(index, instant, checked.verified().get()))
                : Reading.unread(EntryFault.unsigned(index, record, checked.why()));
    }

    private Optional<Checked> ahead(ParsedRecord record) {
        Supplier<Optional<Checked>> check = ahead.get(record.jws());
        return check == null ? Optional.empty() : check.get();
    }

    /** Whether what cannot be read was at least signed by a key that some party listed, so that it is no stranger's junk. */
    private boolean isSignedBySomebodyKnown(Entry entry) {
        return keys.key(entry.jws().kid())
                .map(key -> key.verifies(entry.jws().signingInput(), entry.jws().signature()))
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
