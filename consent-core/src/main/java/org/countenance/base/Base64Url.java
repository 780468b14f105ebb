package org.countenance.base;

import java.util.Base64;

/** Canonical unpadded base64url (RFC 4648 section 5): one spelling for each sequence of bytes. */
public final class Base64Url {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /** The only spelling of {@code bytes}. */
    public static String encode(Bytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.shared());
    }

    /**
     * Reads the only spelling of some bytes.
     *
     * @throws MalformedException on a character outside the alphabet, padding, or stray trailing bits
     */
    public static Bytes decode(String text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            if (!inAlphabet(text.charAt(i))) {
                throw MalformedException.of(
                        Place.NOWHERE,
                        "characters of base64url",
                        MalformedException.quote(text.substring(i, i + 1)) + " at character " + (i + 1));
            }
        }
        if (text.length() % 4 == 1) {
            throw MalformedException.of(Place.NOWHERE, "canonical base64url", "a length of " + text.length());
        }
        // Trailing bits that encode nothing would let one signature have many spellings.
        if (strayBits(text) != 0) {
            throw MalformedException.of(Place.NOWHERE, "canonical base64url", "stray trailing bits");
        }
        return Bytes.owned(Base64.getUrlDecoder().decode(text));
    }

    /** What the last character says beyond the last byte: four bits of two characters, two bits of three. */
    private static int strayBits(String text) {
        return switch (text.length() % 4) {
            case 2 -> value(text.charAt(text.length() - 1)) & 0b1111;
            case 3 -> value(text.charAt(text.length() - 1)) & 0b11;
            default -> 0;
        };
    }

    private static int value(char c) {
        return ALPHABET.indexOf(c);
    }

    private static boolean inAlphabet(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
