package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.NotVerifiedException;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.TreeProofs;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * The heads of a log that a replica saw before, each of which a new one must continue (log.md, Tiles and sync). An operator is accused
 * of what it signed alone: first a replica's own head must be signed and fit its tree, and the files be those of the new head.
 */
final class SeenHeads {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final LogStore replica;
    private final LogKeys keys;
    private final LogStore.Head head;

    SeenHeads(LogStore replica, LogKeys keys) {
        this.replica = replica;
        this.keys = keys;
        this.head = replica.head();
    }

    /** Where the replica stands. */
    LogStore.Head head() {
        return head;
    }

    /** The head that the replica stands at; empty when it has none, or one that other keys signed. */
    Optional<VerifiedCheckpoint> verified() {
        try {
            return head.size() == 0 ? Optional.empty() : Optional.of(keys.verify(head.checkpoint()));
        } catch (NotVerifiedException e) {
            return Optional.empty();
        }
    }

    /** The earliest instant that an entry beyond the head may have: the log itself said by then that it had none of it. */
    Instant earliest() {
        return verified()
                .flatMap(VerifiedCheckpoint::told)
                .map(told -> told.minus(SKEW))
                .orElse(Instant.MIN);
    }

    /** What proves that a new head, or an entry under it, goes against the one that the replica stands at. */
    List<Bytes> with(Bytes note) {
        return verified().isPresent() ? List.of(head.checkpoint(), note) : List.of(note);
    }

    /** Holds a new head against each of them. */
    void check(Checkpoint next, Bytes note, TiledTree tree) throws ReplicationException {
        if (head.size() > 0) {
            checkTree();
            compare(head.checkpoint(), next, note, tree);
        }
        Optional<Bytes> staged = replica.staged();
        if (staged.isPresent()) {
            compare(staged.get(), next, note, tree);
        }
    }

    private void checkTree() {
        if (!LogStores.frontier(replica, head.size())
                .root()
                .equals(LogStores.checkpoint(head.checkpoint()).root())) {
            throw StoreException.corrupt("wanted a tree in the replica with the root of its head, found another");
        }
    }

    private void compare(Bytes seen, Checkpoint next, Bytes note, TiledTree tree) throws ReplicationException {
        Checkpoint before = LogStores.checkpoint(seen);
        if (next.size() < before.size()) {
            checkSigned(seen);
            throw new ReplicationException(
                    ReplicationException.Kind.ROLLBACK,
                    "wanted a head of at least " + Count.of(before.size(), "entry")
                            + ", which was seen before, found one of " + next.size(),
                    List.of(seen, note),
                    List.of());
        }
        boolean same = next.size() == before.size();
        List<Bytes> proof = same ? List.of() : TreeProofs.consistency(before.size(), next.size(), tree);
        Bytes root = same ? next.root() : beginning(before.size(), proof, next, note, tree);
        if (!root.equals(before.root())) {
            checkSigned(seen);
            throw ReplicationException.fork(
                    "wanted a log that begins with the " + Count.of(before.size(), "entry") + " seen before, found one"
                            + " that does not: its operator signed both",
                    List.of(seen, note),
                    root,
                    proof);
        }
    }

    /** The root over the first entries under the new head, which the proof shows; where it does not, the files are others. */
    private static Bytes beginning(long size, List<Bytes> proof, Checkpoint next, Bytes note, TiledTree tree)
            throws ReplicationException {
        Bytes root = TreeProofs.root(size, tree);
        try {
            Merkle.verifyConsistency(size, next.size(), proof, root, next.root());
            return root;
        } catch (NotVerifiedException e) {
            throw new ReplicationException(
                    ReplicationException.Kind.FILES,
                    "wanted tiles that lead to the root of the checkpoint, found others",
                    List.of(note),
                    List.of());
        }
    }

    /** Nobody is accused of a head that stands in the replica alone. */
    private void checkSigned(Bytes seen) {
        try {
            keys.verify(seen);
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt(
                    "wanted a head in the replica that the log's keys signed, found another: " + e.getMessage());
        }
    }
}
