package org.countenance.tlog;

import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/**
 * Root hash and size of a log at one moment (C2SP tlog-checkpoint). Untrusted: nobody has checked who signed it.
 *
 * @param origin the log's name: {@code registry.example/likeness/0}
 * @param size how many entries
 * @param root root of the tree over them
 */
public record Checkpoint(String origin, long size, Bytes root) {

    private static final Place PLACE = Place.in("checkpoint");

    /** Checks the length of the root. */
    public Checkpoint {
        if (root.size() != Sha256.SIZE || size < 0) {
            throw new IllegalArgumentException(
                    "wanted a root of 32 bytes and a size, found " + root.size() + " and " + size);
        }
    }

    /** Reads the text of a checkpoint: three lines; our logs write no extensions, so none are taken. */
    public static Checkpoint parse(String text) throws MalformedException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || lines[0].isEmpty()) {
            throw MalformedException.of(PLACE, "three lines", Count.of(lines.length - 1, "line"));
        }
        if (!lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw MalformedException.of(PLACE, "a size in decimal digits", MalformedException.quote(lines[1]));
        }
        if (Bytes.utf8(lines[0]).size() > Cosignature.LONGEST_NAME) {
            throw MalformedException.of(
                    PLACE,
                    "an origin of at most " + Cosignature.LONGEST_NAME + " bytes",
                    MalformedException.quote(lines[0]));
        }
        Bytes root = root(lines[2]);
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + rootBase64() + "\n";
    }

    /** The root as standard base64. */
    public String rootBase64() {
        return Base64Padded.encode(root);
    }

    private static Bytes root(String base64) throws MalformedException {
        try {
            Bytes root = Base64Padded.decode(base64);
            if (root.size() == Sha256.SIZE) {
                return root;
            }
        } catch (MalformedException notBase64) {
            throw malformedRoot(base64);
        }
        throw malformedRoot(base64);
    }

    private static MalformedException malformedRoot(String base64) {
        return MalformedException.of(PLACE, "a root of 32 bytes in base64", MalformedException.quote(base64));
    }
}
