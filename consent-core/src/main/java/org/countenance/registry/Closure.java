package org.countenance.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.Representative;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;

/**
 * Everything in a log that can matter to some parties: follows the names in records until nothing changes (log.md). What is found is
 * read, and its signatures are checked, while more is asked for.
 */
final class Closure {

    /** How many keys are asked for at once: few enough that others soon have something to read, and enough that a question costs little. */
    private static final int QUESTION = 500;

    private final EntrySource source;
    private final Executor executor;
    private final ListedKeys keys = ListedKeys.all();
    private final Queue<String> open = new ArrayDeque<>();
    private final Queue<SideBySide<Reading>> answers = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Id> parties = new HashSet<>();
    private final Set<Long> begun = new HashSet<>();
    private final SortedMap<Long, Entry> found = new TreeMap<>();
    private final List<ParsedRecord> records = new ArrayList<>();
    private final List<Checked> checked = new ArrayList<>();

    private Closure(EntrySource source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    /**
     * What the keys that are asked for lead to. The registry's own party is always among it.
     *
     * @param executor where entries are read: a key that one lists costs as much as a signature
     */
    static Closure of(EntrySource source, Collection<String> keys, Executor executor) {
        Closure closure = new Closure(source, executor);
        keys.forEach(closure::want);
        closure.wantOwnParty();
        closure.run();
        return closure;
    }

    /** The entries by index. */
    SortedMap<Long, Entry> entries() {
        return Collections.unmodifiableSortedMap(found);
    }

    /** What those of them say that can be read. */
    List<ParsedRecord> records() {
        return Collections.unmodifiableList(records);
    }

    /** What came of checking the signatures of those of the records whose key was known when they were read. */
    List<Checked> checked() {
        return Collections.unmodifiableList(checked);
    }

    private void wantOwnParty() {
        if (source.size() > 0) {
            source.entry(0).ifPresent(entry -> wantParty(new Id(entry.jws().id())));
        }
    }

    private void run() {
        source.indexRecord()
                .ifPresent(index -> source.entry(index).ifPresent(entry -> begin(new TreeMap<>(Map.of(index, entry)))));
        while (!open.isEmpty() || !answers.isEmpty()) {
            if (!open.isEmpty()) {
                begin(source.under(question()));
            }
            if (answers.size() > 1 || open.isEmpty()) {
                answers.remove().all().forEach(this::find);
            }
        }
    }

    private List<String> question() {
        List<String> asked = new ArrayList<>();
        while (!open.isEmpty() && asked.size() < QUESTION) {
            asked.add(open.remove());
        }
        return asked;
    }

    /** Begins to read what nothing led to before. */
    private void begin(SortedMap<Long, Entry> answer) {
        List<Map.Entry<Long, Entry>> unread = answer.entrySet().stream()
                .filter(each -> begun.add(each.getKey()))
                .toList();
        answers.add(SideBySide.begin(unread, each -> read(each.getKey(), each.getValue()), executor));
    }

    private record Reading(long index, Entry entry, Optional<ParsedRecord> record, Optional<Checked> checked) {}

    private Reading read(long index, Entry entry) {
        Optional<VerifiedRecord> before = source.verifiedBefore().record(entry);
        Optional<ParsedRecord> record = before.isPresent() ? before.map(VerifiedRecord::record) : Passage.record(entry);
        record.ifPresent(keys::learn);
        return new Reading(
                index, entry, record, before.isPresent() ? before.map(Checked::of) : record.flatMap(keys::checked));
    }

    private void find(Reading reading) {
        found.put(reading.index(), reading.entry());
        reading.checked().ifPresent(checked::add);
        if (reading.record().isPresent()) {
            follow(reading.record().get());
        } else {
            // What does not read still names its signer, without whose keys nobody can tell junk from a newer record.
            EntryVerifier.claimed(reading.entry(), "iss").ifPresent(this::wantParty);
        }
    }

    private void follow(ParsedRecord record) {
        records.add(record);
        wantParty(record.issuer());
        want(SubjectKeys.about(record.id()));
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
