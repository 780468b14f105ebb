package org.countenance.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.tlog.Entry;

/** Where entries come from: a store that is one's own, or a slice that is held against a checkpoint. */
public interface EntrySource {

    /** How many entries there are. */
    long size();

    /** The entry at {@code index}; empty when it is missing. */
    Optional<Entry> entry(long index);

    /** The entries under any of these keys of the subject index, by index. */
    SortedMap<Long, Entry> under(Collection<String> keys);

    /** Where the index record stands that completeness rests on; empty when it rests on none. */
    default OptionalLong indexRecord() {
        return OptionalLong.empty();
    }

    /** Whether nothing that was asked for is known to be missing. */
    default boolean isComplete() {
        return true;
    }

    /** What was read and verified before of entries like these, and remembers what is verified now. */
    default VerifiedEntries verifiedBefore() {
        return VerifiedEntries.none();
    }

    /** The same source as it was at {@code then}: exactly the entries whose instant is not later. */
    default EntrySource upTo(Instant then) {
        EntrySource all = this;
        return new EntrySource() {
            @Override
            public long size() {
                return all.size();
            }

            @Override
            public Optional<Entry> entry(long index) {
                return all.entry(index);
            }

            @Override
            public VerifiedEntries verifiedBefore() {
                return all.verifiedBefore();
            }

            @Override
            public boolean isComplete() {
                return all.isComplete();
            }

            @Override
            public SortedMap<Long, Entry> under(Collection<String> keys) {
                SortedMap<Long, Entry> earlier = new TreeMap<>(all.under(keys));
                earlier.values().removeIf(entry -> entry.instant().isAfter(then));
                return earlier;
            }
        };
    }
}
