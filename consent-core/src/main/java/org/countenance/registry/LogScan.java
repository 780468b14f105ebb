package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * All entries of a log, each hashed and held together against a checkpoint: nothing is left out, nothing is another's word.
 * As long as no index record exists, this is what proves completeness (log.md, Subject index).
 */
public final class LogScan implements EntrySource {

    /** How far an entry's instant may lie beyond the checkpoint over it (log.md, Checkpoint). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final VerifiedCheckpoint verified;
    private final List<Entry> entries;
    private final Map<String, List<Long>> index;

    private LogScan(VerifiedCheckpoint verified, List<Entry> entries, Map<String, List<Long>> index) {
        this.verified = verified;
        this.entries = entries;
        this.index = index;
    }

    /**
     * Reads a log from its first entry to its checkpoint.
     *
     * @throws NotVerifiedException when the checkpoint is not signed by the wanted keys, or the entries are others
     */
    public static LogScan read(LogStore log, LogKeys keys) throws NotVerifiedException {
        LogStore.Head head = log.head();
        VerifiedCheckpoint verified = keys.verify(head.checkpoint());
        Checkpoint checkpoint = verified.checkpoint();
        Frontier frontier = new Frontier();
        List<Entry> entries = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Bytes bytes : log.entries(0, checkpoint.size())) {
            Entry entry = parse(entries.size(), bytes);
            last = checkOrder(entries.size(), last, entry.instant());
            frontier.append(entry.leafHash());
            entries.add(entry);
        }
        if (!frontier.root().equals(checkpoint.root())) {
            throw new NotVerifiedException(
                    "inclusion (LC303)",
                    "wanted entries with the root " + checkpoint.rootBase64() + " of the checkpoint, found others");
        }
        if (last.isAfter(verified.instant().plus(SKEW))) {
            throw new NotVerifiedException(
                    "instant of the last entry (LC304)",
                    "wanted one at most five minutes after the checkpoint of " + verified.instant() + ", found "
                            + last);
        }
        return new LogScan(verified, List.copyOf(entries), index(entries));
    }

    /** Instants never decrease: a stop that was dated back or ahead would not stop what it should. */
    private static Instant checkOrder(int index, Instant last, Instant next) throws NotVerifiedException {
        if (next.isBefore(last)) {
            throw new NotVerifiedException(
                    "instant of entry " + index + " (LC304)", "wanted one not before " + last + ", found " + next);
        }
        return next;
    }

    /** The same log as it was at {@code then}: exactly the entries whose instant is not later. */
    public LogScan upTo(Instant then) {
        List<Entry> earlier =
                entries.stream().filter(entry -> !entry.instant().isAfter(then)).toList();
        return new LogScan(verified, earlier, index(earlier));
    }

    /** The checkpoint that the entries were held against. */
    public Checkpoint checkpoint() {
        return verified.checkpoint();
    }

    /** The instant of the checkpoint, by which freshness is judged. */
    public Instant instant() {
        return verified.instant();
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public Entry entry(long at) {
        return entries.get(Math.toIntExact(at));
    }

    @Override
    public List<Long> indexesOf(String key) {
        return index.getOrDefault(key, List.of());
    }

    private static Map<String, List<Long>> index(List<Entry> entries) {
        Map<String, List<Long>> index = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            for (String key : SubjectKeys.of(entries.get(i).jws())) {
                index.computeIfAbsent(key, any -> new ArrayList<>()).add((long) i);
            }
        }
        return index;
    }

    private static Entry parse(long index, Bytes bytes) throws NotVerifiedException {
        try {
            return Entry.parse(bytes);
        } catch (MalformedException e) {
            throw new NotVerifiedException("entry " + index + " (LC304)", e.getMessage());
        }
    }
}
