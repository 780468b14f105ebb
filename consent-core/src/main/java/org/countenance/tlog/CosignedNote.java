package org.countenance.tlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;

/** A log's head under which it puts what witnesses answered (C2SP tlog-witness, response of add-checkpoint). */
public final class CosignedNote {

    private static final String STEP = "cosignature";
    private static final String LINE = "\u2014 ";

    private final SignedNote head;
    private final Checkpoint checkpoint;
    private final List<Quorum.Witness> known;
    private final List<SignedNote.Signature> signatures;

    private CosignedNote(SignedNote head, Checkpoint checkpoint, List<Quorum.Witness> known) {
        this.head = head;
        this.checkpoint = checkpoint;
        this.known = known;
        this.signatures = new ArrayList<>(head.signatures());
    }

    /** The head as it is, and whose cosignatures may be put under it. */
    public static CosignedNote of(Bytes head, List<Quorum.Witness> known) throws MalformedException {
        SignedNote note = SignedNote.parse(head);
        return new CosignedNote(note, Checkpoint.parse(note.text()), known);
    }

    /**
     * Adds an answer: lines of signatures, or a whole note. Of one witness's key the newest line stays. What the log itself
     * signed in it, and what the head has already, is passed over.
     *
     * @return how many lines are new
     * @throws NotVerifiedException when a line is over another head, by somebody unknown or does not verify
     */
    public int add(Bytes answer) throws MalformedException, NotVerifiedException {
        String text = answer.text();
        SignedNote offered = SignedNote.parse(text.startsWith(LINE) ? Bytes.utf8(head.text() + "\n" + text) : answer);
        if (!offered.text().equals(head.text())) {
            throw failure(
                    "one of the head of " + Count.of(checkpoint.size(), "entry"),
                    "one of `"
                            + offered.text()
                                    .lines()
                                    .limit(2)
                                    .reduce((first, size) -> size)
                                    .orElse("") + "`");
        }
        int added = 0;
        for (SignedNote.Signature signature : offered.signatures()) {
            if (!head.signatures().contains(signature) && !signature.name().equals(checkpoint.origin())) {
                added += add(signature) ? 1 : 0;
            }
        }
        return added;
    }

    /** The head with all that was added. */
    public Bytes bytes() throws MalformedException {
        return SignedNote.parse(new SignedNote(head.text(), signatures).bytes()).bytes();
    }

    private boolean add(SignedNote.Signature signature) throws NotVerifiedException {
        VerifierKey key = known.stream()
                .map(Quorum.Witness::key)
                .filter(signature::isBy)
                .findFirst()
                .orElseThrow(() -> failure(
                        "one by a witness that the trust policy names",
                        "one by " + MalformedException.quote(signature.name()) + " with key "
                                + signature.keyId().hex()));
        Instant instant = newest(key, List.of(signature))
                .orElseThrow(() -> failure(
                        "one over this head of " + Count.of(checkpoint.size(), "entry"),
                        "one by " + MalformedException.quote(signature.name()) + " that is over another or forged"));
        boolean newer =
                newest(key, signatures).filter(old -> !old.isBefore(instant)).isEmpty();
        if (newer) {
            signatures.removeIf(old -> old.isBy(key));
            signatures.add(signature);
        }
        return newer;
    }

    private Optional<Instant> newest(VerifierKey key, List<SignedNote.Signature> lines) {
        return Cosignature.newest(key, new SignedNote(head.text(), lines), checkpoint);
    }

    private static NotVerifiedException failure(String wanted, String found) {
        return new NotVerifiedException(STEP, "wanted " + wanted + ", found " + found);
    }
}
