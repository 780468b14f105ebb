package org.countenance.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.IndexTrie;

/** What a store will hold after the next entries: they, the tree and the subject index over them. */
final class Growth {

    private static final int PAGE = 256;

    private final LogStore store;
    private final long begin;
    private final Frontier frontier;
    private final IndexTrie index;
    private final List<LogStore.NewEntry> entries = new ArrayList<>();
    private final List<Bytes> leaves = new ArrayList<>();
    private final List<Set<String>> subjects = new ArrayList<>();
    private final Map<String, Bytes> annexes = new HashMap<>();
    private LogStore.Coverage coverage;
    private long indexed;

    /** Goes on after everything that {@code store} keeps. */
    Growth(LogStore store) {
        this.store = store;
        this.begin = store.stored();
        this.frontier = LogStores.frontier(store, begin);
        this.coverage = store.coverage();
        this.index = new IndexTrie(store::indexPage, coverage.root());
        this.indexed = coverage.size();
    }

    /** The index of the next entry. */
    long size() {
        return frontier.size();
    }

    Bytes root() {
        return frontier.root();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** How many entries there are from the last index record on. */
    long sinceIndex() {
        return size() - coverage.size();
    }

    void add(Entry entry) {
        frontier.append(entry.leafHash());
        leaves.add(entry.leafHash());
        Set<String> keys = SubjectKeys.of(entry.jws());
        subjects.add(keys);
        entries.add(new LogStore.NewEntry(entry.bytes(), entry.jws().id(), withListings(entry, keys)));
    }

    void annex(String sha256, Bytes words) {
        annexes.put(sha256, words);
    }

    /** The keys of the subject index, and beside them one for each key that a party lists. */
    private static Set<String> withListings(Entry entry, Set<String> subjects) {
        if (!RecordKind.ofTyp(entry.jws().typ()).equals(Optional.of(RecordKind.PARTY))) {
            return subjects;
        }
        Set<String> keys = new LinkedHashSet<>(subjects);
        try {
            ParsedRecord record = RecordCodec.parse(entry.jws());
            if (record.content() instanceof Party party) {
                party.keys().forEach(key -> keys.add(SubjectKeys.listing(key.thumbprint())));
            }
        } catch (MalformedException e) {
            // What does not read lists no key.
        }
        return keys;
    }

    /**
     * The root of the subject index over every entry so far, those of the store among them.
     *
     * @throws NotVerifiedException when the index that the store keeps is not the one it was
     */
    Bytes indexRoot() throws NotVerifiedException {
        while (indexed < begin) {
            for (Bytes bytes : store.entries(indexed, Math.min(indexed + PAGE, begin))) {
                index(bytes);
            }
        }
        while (indexed < size()) {
            int at = Math.toIntExact(indexed - begin);
            index.add(indexed, leaves.get(at), subjects.get(at));
            indexed++;
        }
        return index.root();
    }

    private void index(Bytes bytes) throws NotVerifiedException {
        try {
            Entry entry = Entry.parse(bytes);
            index.add(indexed++, entry.leafHash(), SubjectKeys.of(entry.jws()));
        } catch (MalformedException e) {
            throw new NotVerifiedException("entry " + indexed, e.getMessage());
        }
    }

    /** Notes that the next entry is an index record over everything before it. */
    void cover(Bytes root) {
        coverage = new LogStore.Coverage(size(), root);
    }

    LogStore.Batch batch(LogStore.Head expected, Bytes checkpoint) {
        boolean covered = coverage.size() >= begin && coverage.size() > 0;
        return new LogStore.Batch(
                expected,
                entries,
                frontier.completed(),
                annexes,
                checkpoint,
                covered ? Optional.of(new LogStore.IndexChange(coverage, index.changed())) : Optional.empty());
    }
}
