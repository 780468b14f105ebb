package org.countenance.registry;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.record.ParsedRecord;
import org.countenance.record.VerifiedRecord;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Merkle;

/**
 * Entries that were read and whose signatures held before, so that neither is done again. An entry is found by its leaf hash, and
 * its record names the thumbprint of the one key that can have signed it: nothing else can be taken for it, in whichever log and at
 * whichever index it stands. Beside them are remembered which entries were proven to be all that stand under a key of the subject
 * index, of the tree and the index record of which that was proven ({@link ProvenLines}). Nothing more: who signed the checkpoint, that
 * its tree is that one, who listed a key, and what an entry counts for, is judged each time; what was found wrong is found wrong anew.
 * Of entries, what was asked for longest ago is forgotten. Threads may share it.
 */
public final class VerifiedEntries {

    private final long most;
    private final Predicate<ParsedRecord> worth;
    private final ProvenLines lines;
    private final Map<Bytes, Known> byLeaf = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    private record Known(Entry entry, VerifiedRecord record) {}

    private VerifiedEntries(long most, Predicate<ParsedRecord> worth) {
        this.most = most;
        this.worth = worth;
        this.lines = new ProvenLines(most);
    }

    /** Remembers entries of so many bytes together, and lines of as many; in memory they take about ten times as much. */
    public static VerifiedEntries upTo(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("wanted room for at least 0 bytes, found " + bytes);
        }
        return new VerifiedEntries(bytes, record -> true);
    }

    /** Remembers only what other records are judged by again and again: whoever admits them asks for no other a second time. */
    static VerifiedEntries ofPrecedents(long bytes) {
        return new VerifiedEntries(bytes, Precedents::hangsOnOthers);
    }

    /** Remembers nothing. */
    public static VerifiedEntries none() {
        return new VerifiedEntries(0, record -> false);
    }

    /** Lines of the subject index that were proven before. */
    ProvenLines lines() {
        return lines;
    }

    /**
     * The entry that these bytes are.
     *
     * @throws MalformedException when they are none
     */
    Entry read(Bytes bytes) throws MalformedException {
        Optional<Known> known = most == 0 ? Optional.empty() : known(Merkle.leafHash(bytes));
        return known.isPresent() ? known.get().entry() : Entry.parse(bytes);
    }

    /** The record of an entry, if it was verified before. */
    Optional<VerifiedRecord> record(Entry entry) {
        return most == 0 ? Optional.empty() : known(entry.leafHash()).map(Known::record);
    }

    private synchronized Optional<Known> known(Bytes leaf) {
        return Optional.ofNullable(byLeaf.get(leaf));
    }

    /** Remembers an entry, whose record was verified. */
    synchronized void remember(Entry entry, VerifiedRecord record) {
        if (!record.record().jws().text().equals(entry.jws().text())) {
            throw new IllegalArgumentException("wanted the record of the entry, found " + record.record());
        }
        if (most == 0
                || !worth.test(record.record())
                || byLeaf.put(entry.leafHash(), new Known(entry, record)) != null) {
            return;
        }
        size += entry.bytes().size();
        Iterator<Known> eldest = byLeaf.values().iterator();
        while (size > most) {
            size -= eldest.next().entry().bytes().size();
            eldest.remove();
        }
    }
}
