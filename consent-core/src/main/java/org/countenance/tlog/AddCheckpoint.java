package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * Asks a witness to cosign a head (C2SP tlog-witness, body of add-checkpoint). Untrusted: nothing in it has been checked.
 *
 * @param oldSize the head that the witness has seen last
 * @param proof the hashes that show the old tree inside the new one
 * @param note the new head, signed by its log
 */
public record AddCheckpoint(long oldSize, List<Bytes> proof, Bytes note) {

    private static final Place PLACE = Place.in("request to cosign");
    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;
    private static final int LARGEST = (1 << 20) + (1 << 13);

    /** Keeps a copy. */
    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** What a log asks whose subtrees are {@code nodes}; nothing shows an empty tree in another. */
    public static AddCheckpoint of(long oldSize, long newSize, TreeNodes nodes, Bytes note) {
        return new AddCheckpoint(
                oldSize, oldSize == 0 ? List.of() : TreeProofs.consistency(oldSize, newSize, nodes), note);
    }

    /** Reads the body of a request. */
    public static AddCheckpoint parse(Bytes body) throws MalformedException {
        if (body.size() > LARGEST) {
            throw MalformedException.of(PLACE, "at most " + LARGEST + " bytes", body.size() + " bytes");
        }
        String text = body.text();
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw MalformedException.of(PLACE, "an empty line before the checkpoint", "none");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        long oldSize = oldSize(lines[0]);
        List<Bytes> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(hash(lines[i]));
        }
        int most = oldSize == 0 ? 0 : MOST_HASHES;
        if (proof.size() > most) {
            throw MalformedException.of(
                    PLACE, "at most " + most + " hashes after `old " + oldSize + "`", proof.size() + "");
        }
        return new AddCheckpoint(oldSize, proof, Bytes.utf8(text.substring(end + 2)));
    }

    /** The body of a request. */
    public String text() throws MalformedException {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(Base64Padded.encode(hash)).append('\n'));
        return body.append('\n').append(note.text()).toString();
    }

    private static long oldSize(String line) throws MalformedException {
        if (!line.matches(OLD + "(0|[1-9]\\d{0,17})")) {
            throw MalformedException.of(PLACE, "a first line like `old 1234`", MalformedException.quote(line));
        }
        return Long.parseLong(line.substring(OLD.length()));
    }

    private static Bytes hash(String line) throws MalformedException {
        try {
            Bytes hash = Base64Padded.decode(line);
            if (hash.size() == Sha256.SIZE) {
                return hash;
            }
        } catch (MalformedException notBase64) {
            throw malformed(line);
        }
        throw malformed(line);
    }

    private static MalformedException malformed(String line) {
        return MalformedException.of(PLACE, "hashes of 32 bytes in base64", MalformedException.quote(line));
    }
}
