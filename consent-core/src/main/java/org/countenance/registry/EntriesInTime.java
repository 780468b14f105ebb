package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.Entry;
import org.jspecify.annotations.Nullable;

/** Entries under a checkpoint, whose instants never decrease: a stop that was dated back or ahead would not stop what it should. */
final class EntriesInTime {

    /** How far an entry's instant may lie beyond the checkpoint over it (log.md, Checkpoint). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Instant signed;

    /**
     * None yet.
     *
     * @param signed when the log says that it signed the checkpoint: a witness whose clock is behind accuses nobody
     */
    EntriesInTime(Instant signed) {
        this.signed = signed;
    }

    /** The same from an index on. */
    EntriesInTime from(long index) {
        EntriesInTime rest = new EntriesInTime(signed);
        rest.entries.putAll(entries.tailMap(index));
        return rest;
    }

    /** Keeps one more. */
    void keep(long index, Entry entry) throws NotVerifiedException {
        Instant instant = entry.instant();
        Instant before = instant(entries.lowerEntry(index)).orElse(Instant.MIN);
        Instant after = instant(entries.higherEntry(index)).orElse(Instant.MAX);
        if (instant.isBefore(before) || instant.isAfter(after)) {
            boolean early = instant.isBefore(before);
            throw new NotVerifiedException(
                    "instant of entry " + index + " (LC304)",
                    "wanted one not " + (early ? "before " + before : "after " + after) + ", found " + instant);
        }
        if (instant.isAfter(signed.plus(SKEW))) {
            throw new NotVerifiedException(
                    "instant of entry " + index + " (LC304)",
                    "wanted one at most five minutes after the checkpoint of " + signed + ", found " + instant);
        }
        entries.put(index, entry);
    }

    private static Optional<Instant> instant(Map.@Nullable Entry<Long, Entry> entry) {
        return Optional.ofNullable(entry).map(there -> there.getValue().instant());
    }

    Optional<Entry> get(long index) {
        return Optional.ofNullable(entries.get(index));
    }

    /** All of them by index. */
    SortedMap<Long, Entry> all() {
        return Collections.unmodifiableSortedMap(entries);
    }
}
