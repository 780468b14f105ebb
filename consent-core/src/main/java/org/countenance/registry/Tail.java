package org.countenance.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.Merkle;

/**
 * All entries from the index record on, or the whole log while there is none: together with what the first of them has to its
 * left they make the root of the checkpoint, so that none is missing and none is another's.
 *
 * @param before root of the tree over the entries before them
 * @param entries by index
 * @param gap what is missing, in words
 */
record Tail(Bytes before, SortedMap<Long, Bytes> entries, Optional<String> gap) {

    static Tail read(SliceSource source, long begin, Checkpoint checkpoint) throws NotVerifiedException {
        SortedMap<Long, Bytes> entries = new TreeMap<>(source.entries(
                LongStream.range(begin, checkpoint.size()).boxed().toList()));
        Optional<List<Bytes>> proof = begin == 0 ? Optional.of(List.of()) : source.inclusion(begin);
        if (proof.isEmpty()) {
            return missing("the proof of entry " + begin);
        }
        Frontier frontier =
                begin == 0 ? new Frontier() : new Frontier(begin, Merkle.leftOf(begin, checkpoint.size(), proof.get()));
        Bytes before = frontier.root();
        for (Map.Entry<Long, Bytes> entry : entries.entrySet()) {
            if (entry.getKey() != frontier.size()) {
                break;
            }
            frontier.append(Merkle.leafHash(entry.getValue()));
        }
        if (frontier.size() < checkpoint.size()) {
            return missing("entry " + frontier.size());
        }
        if (!frontier.root().equals(checkpoint.root())) {
            throw new NotVerifiedException(
                    "inclusion (LC303)",
                    "wanted entries with the root " + checkpoint.rootBase64() + " of the checkpoint, found others");
        }
        return new Tail(before, entries, Optional.empty());
    }

    private static Tail missing(String what) {
        return new Tail(Merkle.EMPTY_ROOT, new TreeMap<>(), Optional.of(what + " is missing"));
    }
}
