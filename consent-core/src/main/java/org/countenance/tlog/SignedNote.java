package org.countenance.tlog;

import java.util.ArrayList;
import java.util.List;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/**
 * A text with signatures under it (C2SP signed-note). Untrusted: no signature has been checked.
 *
 * @param text the text, ending with a line feed
 * @param signatures the lines under it
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final Place PLACE = Place.in("note");
    private static final String DASH = "\u2014 ";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_SIGNATURES = 100;
    private static final int KEY_ID = 4;

    /** Checks the text and keeps a copy of the list. */
    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("wanted a text that ends with a line feed");
        }
        signatures = List.copyOf(signatures);
    }

    /**
     * One line of a signature.
     *
     * @param name who signed
     * @param keyId four bytes that tell the signer's keys apart
     * @param bytes the signature
     */
    public record Signature(String name, Bytes keyId, Bytes bytes) {

        /** Whether it claims to be by {@code key}. */
        public boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && keyId.equals(key.id());
        }

        /** The line, with a line feed. */
        public String line() {
            return DASH + name + " " + Base64Padded.encode(Bytes.concat(keyId, bytes)) + "\n";
        }
    }

    /** Reads a note with at least one signature. */
    public static SignedNote parse(Bytes bytes) throws MalformedException {
        if (bytes.size() > LARGEST) {
            throw MalformedException.of(PLACE, "at most " + LARGEST + " bytes", bytes.size() + " bytes");
        }
        String note = bytes.text();
        if (note.codePoints().anyMatch(c -> c < 0x20 && c != '\n') || !note.endsWith("\n")) {
            throw MalformedException.of(PLACE, "lines without control characters", "something else");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw MalformedException.of(PLACE, "an empty line before the signatures", "none");
        }
        String lines = note.substring(split + 2);
        if (lines.isEmpty()) {
            throw MalformedException.of(PLACE, "at least one signature", "none");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw MalformedException.of(PLACE, "at most " + MOST_SIGNATURES + " signatures", signatures.size() + "");
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /** The note with one more signature. */
    public SignedNote with(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The signatures that claim to be by {@code key}. */
    public List<Signature> by(VerifierKey key) {
        return signatures.stream().filter(signature -> signature.isBy(key)).toList();
    }

    /** The note as bytes. */
    public Bytes bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return Bytes.utf8(note.toString());
    }

    private static Signature signature(String line) throws MalformedException {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw malformed(line);
        }
        String name = line.substring(DASH.length(), space);
        if (name.contains("+")
                || name.codePoints().anyMatch(c -> Character.isSpaceChar(c) || Character.isWhitespace(c))) {
            throw malformed(line);
        }
        try {
            Bytes all = Base64Padded.decode(line.substring(space + 1));
            if (all.size() > KEY_ID) {
                return new Signature(name, all.slice(0, KEY_ID), all.slice(KEY_ID, all.size()));
            }
        } catch (MalformedException notBase64) {
            throw malformed(line);
        }
        throw malformed(line);
    }

    private static MalformedException malformed(String line) {
        return MalformedException.of(PLACE, "a signature line", MalformedException.quote(line));
    }
}
