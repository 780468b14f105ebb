package org.countenance.cli;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.LogKeys;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.TreeProofs;
import org.countenance.tlog.VerifiedTimestamp;

/**
 * A checkpoint that a third party stamped.
 *
 * @param note the signed checkpoint, as it was stamped
 * @param checkpoint what it says
 * @param stamp when, and by whom
 * @param bySignature whether the log's own signatures were checked too
 * @param file where the answer is kept
 */
record Anchored(
        Bytes note, Checkpoint checkpoint, VerifiedTimestamp stamp, boolean bySignature, Optional<String> file) {

    static Anchored of(Bytes note, VerifiedTimestamp stamp) throws MalformedException {
        return new Anchored(note, Checkpoint.parse(SignedNote.parse(note).text()), stamp, false, Optional.empty());
    }

    Anchored signed() {
        return new Anchored(note, checkpoint, stamp, true, file);
    }

    Anchored kept(String where) {
        return new Anchored(note, checkpoint, stamp, bySignature, Optional.of(where));
    }

    /** Checks that the log's keys signed the checkpoint and that the log still begins with what it covers. */
    static void held(LogStore log, LogKeys keys, Bytes note) throws NotVerifiedException {
        Checkpoint checkpoint = keys.verify(note).checkpoint();
        Checkpoint head;
        try (Moment moment = log.moment()) {
            head = ProvenEntries.read(moment.slice(), keys).checkpoint();
        }
        if (!checkpoint.origin().equals(head.origin()) || checkpoint.size() > head.size()) {
            throw new NotVerifiedException(
                    "anchored checkpoint",
                    "wanted " + checkpoint.origin() + " with at least " + Count.of(checkpoint.size(), "entry")
                            + ", found " + head.origin() + " with " + head.size());
        }
        if (checkpoint.size() > 0) {
            checkBegins(log, checkpoint, head);
        }
    }

    private static void checkBegins(LogStore log, Checkpoint checkpoint, Checkpoint head) throws NotVerifiedException {
        List<Bytes> proof = TreeProofs.consistency(checkpoint.size(), head.size(), log::node);
        try {
            Merkle.verifyConsistency(checkpoint.size(), head.size(), proof, checkpoint.root(), head.root());
        } catch (NotVerifiedException e) {
            throw new NotVerifiedException(
                    "anchored checkpoint",
                    "wanted a log with the root " + checkpoint.rootBase64() + " at "
                            + Count.of(checkpoint.size(), "entry") + ", found others");
        }
    }
}
