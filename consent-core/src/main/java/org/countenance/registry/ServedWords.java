package org.countenance.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;

/** Words for people and lists of files that a log serves beside its entries, as long as nobody erased them (log.md, Annexes). */
final class ServedWords {

    private final TileSource source;
    private final Bytes note;
    private long brought;
    private long missing;

    /** Those of a source, under a head. */
    ServedWords(TileSource source, Bytes note) {
        this.source = source;
        this.note = note;
    }

    /** How many were found that were not there before. */
    long brought() {
        return brought;
    }

    /** How many were looked for and are not there. */
    long missing() {
        return missing;
    }

    /**
     * The words with a hash; empty when they are not served.
     *
     * @throws ReplicationException when others are served in their place
     */
    Optional<Bytes> read(String hash) throws IOException, ReplicationException {
        Optional<Bytes> words = source.read(TileSource.ANNEX + hash);
        if (words.isEmpty()) {
            missing++;
        } else if (!Sha256.hash(words.get()).hex().equals(hash)) {
            throw new ReplicationException(
                    ReplicationException.Kind.FILES,
                    "wanted `" + TileSource.ANNEX + hash + "` with that hash, found other words",
                    List.of(note),
                    List.of());
        }
        return words;
    }

    /** Looks again for what the first entries of a replica name and it does not have. */
    void lookAgain(LogStore replica, long until, Executor executor) throws IOException, ReplicationException {
        for (long from = 0; from < until; from += Tile.FULL) {
            Map<String, Bytes> found = new HashMap<>();
            for (String hash : Passage.read(replica.entries(from, Math.min(from + Tile.FULL, until)), executor)
                    .words()) {
                if (replica.annex(hash).isEmpty()) {
                    read(hash).ifPresent(words -> found.put(hash, words));
                }
            }
            if (!found.isEmpty()) {
                replica.stage(new LogStore.Batch(replica.head(), List.of(), List.of(), found, note));
                brought += found.size();
            }
        }
    }
}
