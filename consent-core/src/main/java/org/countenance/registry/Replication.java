package org.countenance.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.Frontier;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TileSource;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * Brings a replica up to the head of a log that is served as static files (log.md, Tiles and sync). The signature, the consistency
 * with every head that was seen before, and every hash are checked before anything is kept; every record is judged by the same
 * reducer before the replica's head moves. What breaks off goes on where it was.
 */
public final class Replication {

    private final LogStore replica;
    private final LogKeys keys;
    private final TileSource source;
    private final Executor executor;
    private final boolean words;

    /**
     * A replication.
     *
     * @param replica a log of the same name; empty for a new one
     * @param keys whose checkpoints are believed
     * @param source the static files
     * @param executor where signatures are checked
     */
    public Replication(LogStore replica, LogKeys keys, TileSource source, Executor executor) {
        this(replica, keys, source, executor, false);
    }

    private Replication(LogStore replica, LogKeys keys, TileSource source, Executor executor, boolean words) {
        this.replica = replica;
        this.keys = keys;
        this.source = source;
        this.executor = executor;
        this.words = words;
    }

    /** The same, which also looks again for words and lists that were not served when their records came. */
    public Replication lookingForWords() {
        return new Replication(replica, keys, source, executor, true);
    }

    /** Told how far it has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many entries of so many. */
        void at(long done, long all);
    }

    /**
     * What a replication did.
     *
     * @param checkpoint the replica's head
     * @param instant its instant
     * @param added how many entries are new
     * @param faults entries that the operator should not have taken, the first of them
     * @param faulty how many there are
     * @param withoutWords how many annexes and lists that records name were not served
     * @param brought how many are there now that were missing before
     */
    public record Outcome(
            Checkpoint checkpoint,
            Instant instant,
            long added,
            List<Replay.Fault> faults,
            long faulty,
            long withoutWords,
            long brought) {

        /** Keeps a copy. */
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Runs.
     *
     * @throws NotVerifiedException when the wanted keys have not signed the head
     * @throws ReplicationException when the log contradicts itself; the replica's head has not moved
     * @throws IOException when files cannot be read
     */
    public Outcome run(Progress progress) throws NotVerifiedException, ReplicationException, IOException {
        Bytes note = source.read(TileSource.CHECKPOINT)
                .orElseThrow(() -> files("wanted `" + TileSource.CHECKPOINT + "`, found none", List.of()));
        VerifiedCheckpoint verified = keys.verify(note);
        Checkpoint next = verified.checkpoint();
        if (!next.origin().equals(replica.name() + "/0")) {
            throw new NotVerifiedException(
                    "checkpoint (LC301)", "wanted the log of " + replica.name() + ", found " + next.origin());
        }
        try {
            TiledTree tree = new TiledTree(source, next.size());
            SeenHeads seen = new SeenHeads(replica, keys);
            seen.check(next, note, tree);
            List<Bytes> bundles = check(next, note, tree);
            Replay replay = new Replay(replica, source, executor, verified, seen);
            long before = replica.stored();
            replay.run(tree, bundles, note, progress);
            ServedWords older = new ServedWords(source, note);
            if (words) {
                older.lookAgain(replica, Math.min(before, next.size()), executor);
            }
            advance(seen, verified, note, older.brought() > 0);
            return new Outcome(
                    next,
                    verified.instant(),
                    next.size() - Math.min(before, next.size()),
                    replay.faults(),
                    replay.faulty(),
                    replay.withoutWords() + older.missing(),
                    older.brought());
        } catch (TiledTree.FileException e) {
            throw files(String.valueOf(e.getMessage()), List.of(note));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Hashes every entry that is not kept yet, and holds every hash of every tile against it; the hashes of the bundles. */
    private List<Bytes> check(Checkpoint next, Bytes note, TiledTree tree) throws ReplicationException {
        long stored = replica.stored();
        Frontier frontier = LogStores.frontier(replica, stored);
        List<Bytes> hashes = new ArrayList<>();
        for (long index = stored / Tile.FULL;
                index * Tile.FULL < next.size() && frontier.size() < next.size();
                index++) {
            EntryBundle bundle = tree.bundle(index);
            Bytes file = tree.read(bundle.path());
            hashes.add(Sha256.hash(file));
            frontier = frontier.next();
            append(entries(bundle, file, note), bundle, frontier, tree, note);
            compareTiles(frontier, tree, note);
        }
        if (!frontier.root().equals(next.root())) {
            throw files("wanted entries with the root of the checkpoint, found others", List.of(note));
        }
        return hashes;
    }

    private void append(List<Bytes> entries, EntryBundle bundle, Frontier frontier, TiledTree tree, Bytes note)
            throws ReplicationException {
        List<Bytes> leaves = tree.tile(0, bundle.index());
        long at = bundle.from();
        for (Bytes entry : entries) {
            Bytes leaf = Merkle.leafHash(entry);
            boolean known = at < frontier.size();
            if (!leaf.equals(leaves.get((int) (at - bundle.from()))) || (known && !leaf.equals(replica.node(0, at)))) {
                throw files("wanted entry " + at + " with the hash in its tile, found another", List.of(note));
            }
            if (!known) {
                frontier.append(leaf);
            }
            at++;
        }
    }

    private static void compareTiles(Frontier frontier, TiledTree tree, Bytes note) throws ReplicationException {
        for (Frontier.Node node : frontier.completed()) {
            if (node.level() > 0 && node.level() % 8 == 0) {
                List<Bytes> tile = tree.tile(node.level() / 8, node.index() / Tile.FULL);
                if (!tile.get((int) (node.index() % Tile.FULL)).equals(node.hash())) {
                    throw files(
                            "wanted the hash of " + (1L << node.level()) + " entries in a tile of level "
                                    + node.level() / 8 + ", found another",
                            List.of(note));
                }
            }
        }
    }

    private static List<Bytes> entries(EntryBundle bundle, Bytes file, Bytes note) throws ReplicationException {
        try {
            return bundle.decode(file);
        } catch (MalformedException e) {
            throw files(String.valueOf(e.getMessage()), List.of(note));
        }
    }

    private void advance(SeenHeads seen, VerifiedCheckpoint verified, Bytes note, boolean staged) {
        LogStore.Head head = seen.head();
        long size = verified.checkpoint().size();
        boolean newer = seen.verified()
                .map(before -> verified.instant().isAfter(before.instant()))
                .orElse(true);
        LogStore.Head next = head.size() < size || newer ? new LogStore.Head(size, note) : head;
        if (staged || !next.equals(head)) {
            replica.advance(head, next);
        }
    }

    private static ReplicationException files(String message, List<Bytes> heads) {
        return new ReplicationException(ReplicationException.Kind.FILES, message, heads, List.of());
    }
}
