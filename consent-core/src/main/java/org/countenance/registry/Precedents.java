package org.countenance.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countenance.base.MalformedException;
import org.countenance.record.Acting;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.Prohibition;
import org.countenance.record.RecordCodec;
import org.countenance.record.Representative;
import org.countenance.record.Revocation;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;

/**
 * The entries of one's own store by which the next records are admitted: keys and accreditations of the parties they name, and the
 * records they refer to. Far fewer than what decides about a person, so that admission costs the same however much she signed.
 */
final class Precedents {

    private final LogStore store;
    private final long until;
    private final Set<String> asked = new HashSet<>();
    private Set<String> open = new HashSet<>();
    private final Set<String> askedRecords = new HashSet<>();
    private Set<String> openRecords = new HashSet<>();
    private final SortedMap<Long, Entry> found = new TreeMap<>();
    private final Map<Id, ParsedRecord> next = new HashMap<>();
    private final List<ParsedRecord> read = new ArrayList<>();
    private final VerifiedEntries known;

    private Precedents(LogStore store, long until, Collection<ParsedRecord> records, VerifiedEntries known) {
        this.known = known;
        this.store = store;
        this.until = until;
        records.forEach(record -> next.put(record.id(), record));
    }

    /**
     * The entries before {@code until} by which these are judged.
     *
     * @param records what is judged
     * @param unread what does not read as a record: whose key signed it, they tell as well
     * @param known entries that were read and verified before
     */
    static Precedents of(
            LogStore store,
            long until,
            Collection<ParsedRecord> records,
            Collection<Entry> unread,
            VerifiedEntries known) {
        Precedents precedents = new Precedents(store, until, records, known);
        if (until > 0) {
            precedents.wantParty(new Id(LogStores.entry(store, 0).jws().id()));
        }
        for (ParsedRecord record : records) {
            precedents.wantRecord(record.id());
            precedents.follow(record);
        }
        unread.forEach(precedents::followUnread);
        precedents.run();
        return precedents;
    }

    /** The entries by index. */
    SortedMap<Long, Entry> entries() {
        return Collections.unmodifiableSortedMap(found);
    }

    /** What those of them say that can be read. */
    List<ParsedRecord> records() {
        return List.copyOf(read);
    }

    /** Asks for all that is open at once, since every question costs a store about the same. */
    private void run() {
        while (!open.isEmpty() || !openRecords.isEmpty()) {
            Set<String> keys = open;
            Set<String> records = openRecords;
            open = new HashSet<>();
            openRecords = new HashSet<>();
            Set<Long> indexes =
                    new TreeSet<>(store.indexesOfRecords(records, until).values());
            store.indexesOf(keys, until).values().forEach(indexes::addAll);
            indexes.removeAll(found.keySet());
            LogStores.entries(store, indexes, known).forEach(this::find);
        }
    }

    private void find(long index, Entry entry) {
        found.put(index, entry);
        try {
            Optional<VerifiedRecord> before = known.record(entry);
            ParsedRecord record = before.isPresent() ? before.get().record() : RecordCodec.parse(entry.jws());
            read.add(record);
            followFound(record);
        } catch (MalformedException e) {
            followUnread(entry);
        }
    }

    private void followFound(ParsedRecord record) {
        follow(record);
        if (hangsOnOthers(record)) {
            want(SubjectKeys.about(record.id()));
        }
    }

    /** A newer program may read it: it counts as unknown when any party listed the key that signed it. */
    private void followUnread(Entry entry) {
        EntryVerifier.claimed(entry, "iss").ifPresent(this::wantParty);
        want(SubjectKeys.listing(entry.jws().kid()));
    }

    /** Whether later words about a record change who may sign; those about a grant or a prohibition do not. */
    static boolean hangsOnOthers(ParsedRecord record) {
        Content content = record.content();
        return content instanceof Party
                || content instanceof Delegation
                || content instanceof Endorsement
                || content instanceof Revocation;
    }

    private void follow(ParsedRecord record) {
        wantParty(record.issuer());
        wantParty(record.subject());
        record.claims().acting().map(Acting::link).ifPresent(this::wantRecord);
        Content content = record.content();
        if (content instanceof Party party) {
            party.representatives().stream().map(Representative::party).forEach(this::wantParty);
            party.recovery().ifPresent(recovery -> recovery.parties().forEach(this::wantParty));
            party.supersedes().ifPresent(this::wantRecord);
        } else if (content instanceof Delegation delegation) {
            delegation.parent().ifPresent(this::wantRecord);
            wantParty(delegation.delegate());
            delegation.jointly().forEach(this::wantParty);
        } else if (content instanceof Grant grant) {
            grant.supersedes().ifPresent(this::wantRecord);
            grant.notwithstanding().forEach(this::wantRecord);
        } else if (content instanceof Revocation revocation) {
            wantRecord(revocation.target());
        } else if (content instanceof Endorsement endorsement) {
            endorsement.other().ifPresent(this::wantParty);
            wantRecord(endorsement.target());
            if (endorsement.says() == Says.ACCEPTS || endorsement.says() == Says.DISPUTES) {
                wantGrantsAbout(record.subject(), endorsement.target());
            }
        }
    }

    /** Only about a prohibition, or what lifts one, is it asked whether the signer has any grant of the person. */
    private void wantGrantsAbout(Id person, Id target) {
        Optional<ParsedRecord> about = record(target);
        while (about.isPresent() && about.get().content() instanceof Revocation revocation) {
            about = record(revocation.target());
        }
        if (about.isPresent() && about.get().content() instanceof Prohibition) {
            want(SubjectKeys.openingOf(person));
        }
    }

    /** A record that is judged now, or an earlier one. */
    private Optional<ParsedRecord> record(Id id) {
        ParsedRecord now = next.get(id);
        OptionalLong before = now == null ? store.indexOf(id.text(), until) : OptionalLong.empty();
        if (before.isEmpty()) {
            return Optional.ofNullable(now);
        }
        try {
            return Optional.of(
                    RecordCodec.parse(LogStores.entry(store, before.getAsLong()).jws()));
        } catch (MalformedException e) {
            // A target that does not read is judged when its entry is.
            return Optional.empty();
        }
    }

    private void wantParty(Id party) {
        want(SubjectKeys.keysOf(party));
    }

    private void wantRecord(Id record) {
        if (askedRecords.add(record.text())) {
            openRecords.add(record.text());
        }
    }

    private void want(String key) {
        if (asked.add(key)) {
            open.add(key);
        }
    }
}
