package org.countenance.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.countenance.base.MalformedException;
import org.countenance.jws.CompactJws;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.Representative;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;

/** Everything in a log that can matter to some parties: follows the names in records until nothing changes (log.md). */
public final class Closure {

    private final EntrySource source;
    private final Executor executor;
    private Set<String> open = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Id> parties = new HashSet<>();
    private final SortedMap<Long, Entry> found = new TreeMap<>();
    private final List<ParsedRecord> records = new ArrayList<>();
    private final IdentityHashMap<CompactJws, ParsedRecord> read = new IdentityHashMap<>();

    private Closure(EntrySource source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    /** What the keys that are asked for lead to. The registry's own party is always among it. */
    public static Closure of(EntrySource source, Collection<String> keys) {
        return of(source, keys, Runnable::run);
    }

    /** The same with threads on which records are read side by side, since a key that one lists costs as much as a signature. */
    static Closure of(EntrySource source, Collection<String> keys, Executor executor) {
        Closure closure = new Closure(source, executor);
        keys.forEach(closure::want);
        closure.wantOwnParty();
        closure.run();
        return closure;
    }

    /** The entries by index. */
    public SortedMap<Long, Entry> entries() {
        return Collections.unmodifiableSortedMap(found);
    }

    /** What those of them say that can be read, so that nobody need read them again. */
    List<ParsedRecord> records() {
        return List.copyOf(records);
    }

    private void wantOwnParty() {
        if (source.size() > 0) {
            source.entry(0).ifPresent(entry -> wantParty(new Id(entry.jws().id())));
        }
    }

    /** Asks for all that is open at once, since every question costs a source about the same. */
    private void run() {
        source.indexRecord().ifPresent(index -> source.entry(index).ifPresent(entry -> find(index, entry)));
        while (!open.isEmpty()) {
            Set<String> asked = open;
            open = new LinkedHashSet<>();
            SortedMap<Long, Entry> answered = source.under(asked);
            readAhead(answered);
            answered.forEach(this::find);
        }
    }

    private void readAhead(SortedMap<Long, Entry> entries) {
        List<Entry> unread = new ArrayList<>();
        entries.forEach((index, entry) -> {
            if (!found.containsKey(index)
                    && source.verifiedBefore().record(entry).isEmpty()) {
                unread.add(entry);
            }
        });
        SideBySide.map(unread, Passage::record, executor)
                .forEach(each -> each.ifPresent(record -> read.put(record.jws(), record)));
    }

    private void find(long index, Entry entry) {
        if (found.put(index, entry) == null) {
            follow(entry);
        }
    }

    private void follow(Entry entry) {
        try {
            ParsedRecord record = record(entry);
            records.add(record);
            wantParty(record.issuer());
            want(SubjectKeys.about(record.id()));
            follow(record);
        } catch (MalformedException e) {
            // What does not read still names its signer, without whose keys nobody can tell junk from a newer record.
            EntryVerifier.claimed(entry, "iss").ifPresent(this::wantParty);
        }
    }

    private ParsedRecord record(Entry entry) throws MalformedException {
        Optional<VerifiedRecord> before = source.verifiedBefore().record(entry);
        ParsedRecord known = before.isPresent() ? before.get().record() : read.get(entry.jws());
        return known == null ? RecordCodec.parse(entry.jws()) : known;
    }

    private void follow(ParsedRecord record) {
        if (record.content() instanceof Party party) {
            party.representatives().stream().map(Representative::party).forEach(this::wantParty);
            party.recovery().ifPresent(recovery -> recovery.parties().forEach(this::wantParty));
            party.keys().stream()
                    .map(PartyKey::custody)
                    .flatMap(Optional::stream)
                    .forEach(this::wantParty);
        } else if (record.content() instanceof Delegation delegation) {
            wantParty(delegation.delegate());
            delegation.jointly().forEach(this::wantParty);
        } else if (record.content() instanceof Endorsement endorsement) {
            endorsement.other().ifPresent(other -> wantBoth(record.subject(), other));
        } else if (record.content() instanceof Grant grant) {
            grant.terms().agreement().ifPresent(agreement -> wantParty(agreement.guild()));
        }
    }

    /** Of two registrations of one person, what was closed under either matters to both. */
    private void wantBoth(Id one, Id other) {
        for (Id party : List.of(one, other)) {
            wantParty(party);
            want(SubjectKeys.openingOf(party));
        }
    }

    private void wantParty(Id party) {
        if (parties.add(party)) {
            want(SubjectKeys.keysOf(party));
            want(SubjectKeys.closingOf(party));
        }
    }

    private void want(String key) {
        if (seen.add(key)) {
            open.add(key);
        }
    }
}
