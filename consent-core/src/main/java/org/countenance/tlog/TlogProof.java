package org.countenance.tlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * Proof that an entry is in a log, in one file that needs nothing but the log's keys (C2SP tlog-proof, version 1). Untrusted:
 * {@link #verify} checks it.
 *
 * @param extra what the proof is given along, which nothing in it proves: in ours the entry itself; empty for none
 * @param index where the entry stands
 * @param hashes the inclusion proof, the lowest hash first
 * @param note the signed checkpoint
 */
public record TlogProof(Bytes extra, long index, List<Bytes> hashes, Bytes note) {

    /** The first line of every such file. */
    public static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    private static final Place PLACE = Place.in("tlog-proof");
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LARGEST = 1 << 20;

    /** How far an entry's instant may lie beyond the checkpoint over it (log.md, Checkpoint). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Keeps a copy. */
    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** Proves an entry under a signed checkpoint of {@code size} entries, and carries it along. */
    public static TlogProof of(long index, long size, TreeNodes nodes, Bytes entry, Bytes note) {
        return new TlogProof(entry, index, TreeProofs.inclusion(index, size, nodes), note);
    }

    /** Reads a file, in the one form it may have. */
    public static TlogProof parse(Bytes file) throws MalformedException {
        if (file.size() > LARGEST) {
            throw MalformedException.of(PLACE, "at most " + LARGEST + " bytes", file.size() + " bytes");
        }
        String text = file.text();
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw MalformedException.of(PLACE, "an empty line before the checkpoint", "none");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(FIRST_LINE)) {
            throw MalformedException.of(PLACE, "a first line `" + FIRST_LINE + "`", "another");
        }
        Bytes extra = Bytes.EMPTY;
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = extra(lines.remove(0).substring(EXTRA.length()));
        }
        long index = index(lines.isEmpty() ? "" : lines.remove(0));
        List<Bytes> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(hash(line));
        }
        TlogProof proof = new TlogProof(extra, index, hashes, Bytes.utf8(text.substring(end + 2)));
        proof.claimed();
        return proof;
    }

    private static Bytes extra(String base64) throws MalformedException {
        Bytes extra = decode(base64, "extra data in base64");
        if (extra.size() == 0) {
            throw MalformedException.of(PLACE, "extra data, or no line for it", "an empty one");
        }
        return extra;
    }

    private static long index(String line) throws MalformedException {
        if (!line.matches(INDEX + "(0|[1-9]\\d{0,17})")) {
            throw MalformedException.of(PLACE, "a line like `index 42`", MalformedException.quote(line));
        }
        return Long.parseLong(line.substring(INDEX.length()));
    }

    private static Bytes hash(String line) throws MalformedException {
        Bytes hash = decode(line, "a hash in base64");
        if (hash.size() != Sha256.SIZE) {
            throw MalformedException.of(PLACE, "a hash of 32 bytes", Count.of(hash.size(), "byte"));
        }
        return hash;
    }

    private static Bytes decode(String base64, String wanted) throws MalformedException {
        try {
            return Base64Padded.decode(base64);
        } catch (MalformedException notBase64) {
            throw MalformedException.of(PLACE, wanted, MalformedException.quote(base64));
        }
    }

    /** The file. */
    public Bytes bytes() {
        StringBuilder text = new StringBuilder(FIRST_LINE + "\n");
        if (extra.size() > 0) {
            text.append(EXTRA).append(Base64Padded.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(Base64Padded.encode(hash)).append('\n'));
        return Bytes.concat(Bytes.utf8(text + "\n"), note);
    }

    /** What the checkpoint says, before anybody has checked who signed it. */
    public Checkpoint claimed() throws MalformedException {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    /**
     * Checks that the log with these keys has the entry at this index.
     *
     * @return the checkpoint under which it has
     * @throws NotVerifiedException when the keys have not signed the checkpoint, another entry stands there, or the entry says that it
     *     was taken after the checkpoint was signed
     */
    public VerifiedCheckpoint verify(LogKeys keys, Entry entry) throws NotVerifiedException {
        VerifiedCheckpoint verified = keys.verify(note);
        Checkpoint checkpoint = verified.checkpoint();
        Merkle.verifyInclusion(index, checkpoint.size(), entry.leafHash(), hashes, checkpoint.root());
        if (entry.instant().isAfter(verified.instant().plus(SKEW))) {
            throw new NotVerifiedException(
                    "instant of entry " + index + " (LC304)",
                    "wanted one at most five minutes after the checkpoint of " + verified.instant() + ", found "
                            + entry.instant());
        }
        return verified;
    }
}
