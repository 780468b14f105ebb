package org.countenance.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Tile;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * Makes anew, from the entries of a log alone, all that a store of it holds: tree, subject keys, index map and staged entries
 * (log.md, Store contract). Every record is judged by the reducer, as a replica judges it.
 */
public final class Recomputation {

    private final LogStore store;
    private final LogStore scratch;
    private final LogKeys keys;
    private final Executor executor;
    private final List<Difference> differences = new ArrayList<>();
    private long faulty;
    private long withoutWords;

    /**
     * A recomputation.
     *
     * @param store what is audited; it is only read, and must not change meanwhile
     * @param scratch an empty log of the same name, which takes what comes out
     * @param keys whose checkpoints are believed
     * @param executor where signatures are checked
     */
    public Recomputation(LogStore store, LogStore scratch, LogKeys keys, Executor executor) {
        this.store = store;
        this.scratch = scratch;
        this.keys = keys;
        this.executor = executor;
    }

    /** What is wrong with the log or its tree, the first hundred of it; where it is not empty, {@code scratch} may be incomplete. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** How many entries the operator should not have taken. */
    public long faulty() {
        return faulty;
    }

    /** How many annexes and lists that records name are not there: erased, or never brought. */
    public long withoutWords() {
        return withoutWords;
    }

    /**
     * Runs; whether {@code scratch} holds all of it then, to be compared.
     *
     * @throws StoreException when the store cannot be read
     */
    public boolean run(Replication.Progress progress) throws IOException {
        try {
            LogStore.Head head = store.head();
            // Under the head of a replica that is only beginning nothing stands that anybody signed.
            if (head.size() > 0) {
                Optional<Difference> first = head(keys.verify(head.checkpoint()).checkpoint());
                if (first.isPresent()) {
                    differences.add(first.get());
                    return false;
                }
                StoredTiles tiles = new StoredTiles(store, head.checkpoint());
                note(new Replication(scratch, keys, tiles, executor).run(progress));
            }
            return store.staged().isEmpty() || stage(store.staged().get(), progress);
        } catch (NotVerifiedException e) {
            differences.add(Difference.ofDatabase(String.valueOf(e.getMessage())));
        } catch (ReplicationException e) {
            differences.add(
                    e.kind() == ReplicationException.Kind.ENTRY
                            ? Difference.ofOperator(String.valueOf(e.getMessage()))
                            : Difference.ofDatabase(String.valueOf(e.getMessage())));
        }
        return false;
    }

    private Optional<Difference> head(Checkpoint head) {
        long size = store.head().size();
        return head.size() == size
                ? new TreeAudit(store, head).run()
                : Optional.of(Difference.ofDatabase("wanted a head of " + Count.of(head.size(), "entry")
                        + ", as its checkpoint says, found one of " + size));
    }

    private void note(Replication.Outcome outcome) {
        outcome.faults().forEach(fault -> differences.add(Difference.ofOperator(words(fault))));
        faulty += outcome.faulty();
        withoutWords += outcome.withoutWords();
    }

    private static String words(Replay.Fault fault) {
        return "entry " + fault.index() + ": " + fault.why();
    }

    /** Goes on with what a replication put beyond the head. Its root is not signed until all of it is here: nobody is accused. */
    private boolean stage(Bytes note, Replication.Progress progress) throws NotVerifiedException, IOException {
        VerifiedCheckpoint verified = keys.verify(note);
        long stored = store.stored();
        if (!verified.checkpoint().origin().equals(store.name() + "/0")
                || verified.checkpoint().size() < stored) {
            differences.add(
                    Difference.ofDatabase("wanted entries beyond the head towards a checkpoint of " + store.name()
                            + " with " + Count.of(stored, "entry") + " or more, found it of "
                            + verified.checkpoint().origin() + " with "
                            + verified.checkpoint().size()));
            return false;
        }
        StoredTiles tiles = new StoredTiles(store, note);
        TiledTree tree = new TiledTree(tiles, stored);
        Replay replay = new Replay(scratch, tiles, executor, verified);
        try {
            replay.run(tree, bundles(tree, stored), note, progress);
        } catch (ReplicationException | TiledTree.FileException e) {
            differences.add(Difference.ofDatabase("beyond the head: " + e.getMessage()));
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        withoutWords += replay.withoutWords();
        return true;
    }

    private List<Bytes> bundles(TiledTree tree, long stored) {
        List<Bytes> hashes = new ArrayList<>();
        for (long index = scratch.stored() / Tile.FULL; index * Tile.FULL < stored; index++) {
            hashes.add(Sha256.hash(tree.read(tree.bundle(index).path())));
        }
        return hashes;
    }
}
