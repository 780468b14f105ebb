package org.countenance.registry;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.base.MalformedException;
import org.countenance.record.Acting;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.Prohibition;
import org.countenance.record.RecordCodec;
import org.countenance.record.Representative;
import org.countenance.record.Revocation;
import org.countenance.tlog.Entry;

/**
 * The entries of one's own store by which the next records are admitted: keys and accreditations of the parties they name, and the
 * records they refer to. Far fewer than what decides about a person, so that admission costs the same however much she signed.
 */
final class Precedents {

    private final LogStore store;
    private final long until;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();
    private final SortedMap<Long, Entry> found = new TreeMap<>();

    private Precedents(LogStore store, long until) {
        this.store = store;
        this.until = until;
    }

    /** The entries before {@code until} by which these records are judged, by index. */
    static SortedMap<Long, Entry> of(LogStore store, long until, Collection<ParsedRecord> records) {
        Precedents precedents = new Precedents(store, until);
        if (until > 0) {
            precedents.wantParty(new Id(LogStores.entry(store, 0).jws().id()));
        }
        for (ParsedRecord record : records) {
            precedents.wantRecord(record.id());
            precedents.follow(record);
        }
        precedents.run();
        return precedents.found;
    }

    private void run() {
        while (!open.isEmpty()) {
            for (long index : store.indexesOf(open.remove(), until)) {
                find(index);
            }
        }
    }

    private void find(long index) {
        if (found.containsKey(index)) {
            return;
        }
        Entry entry = LogStores.entry(store, index);
        found.put(index, entry);
        try {
            ParsedRecord record = RecordCodec.parse(entry.jws());
            follow(record);
            if (hangsOnOthers(record.content())) {
                want(SubjectKeys.about(record.id()));
            }
        } catch (MalformedException e) {
            EntryVerifier.claimed(entry, "iss").ifPresent(this::wantParty);
        }
    }

    /** Whether later words about a record change who may sign; those about a grant or a prohibition do not. */
    private static boolean hangsOnOthers(Content content) {
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
            wantGrantsAbout(record, endorsement);
        }
    }

    /** Only about a prohibition is it asked whether the signer has any grant of the person. */
    private void wantGrantsAbout(ParsedRecord record, Endorsement endorsement) {
        store.indexOf(endorsement.target().text(), until).ifPresent(index -> {
            try {
                if (RecordCodec.parse(LogStores.entry(store, index).jws()).content() instanceof Prohibition) {
                    want(SubjectKeys.openingOf(record.subject()));
                }
            } catch (MalformedException e) {
                // A target that does not read is judged when its entry is.
            }
        });
    }

    private void wantParty(Id party) {
        want(SubjectKeys.keysOf(party));
    }

    private void wantRecord(Id record) {
        if (asked.add("record " + record)) {
            store.indexOf(record.text(), until).ifPresent(this::find);
        }
    }

    private void want(String key) {
        if (asked.add(key)) {
            open.add(key);
        }
    }
}
