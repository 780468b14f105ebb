package org.countenance.base;

import java.util.Base64;

/** Canonical padded base64 (RFC 4648 section 4): one spelling for each sequence of bytes. */
public final class Base64Padded {

    private static final int LINE = 64;

    private Base64Padded() {}

    /** The only spelling of {@code bytes}. */
    public static String encode(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.shared());
    }

    /** The same in lines of 64 characters, without a line end after the last (RFC 7468 section 2). */
    public static String encodeLines(Bytes bytes) {
        return Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes.shared());
    }

    /**
     * Reads the only spelling of some bytes.
     *
     * @throws MalformedException on a character outside the alphabet, missing padding, or stray trailing bits
     */
    public static Bytes decode(String text) throws MalformedException {
        try {
            Bytes bytes = Bytes.of(Base64.getDecoder().decode(text));
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notInTheAlphabet) {
            throw malformed(text);
        }
        throw malformed(text);
    }

    private static MalformedException malformed(String text) {
        return MalformedException.of(Place.NOWHERE, "canonical base64 with padding", MalformedException.quote(text));
    }
}
