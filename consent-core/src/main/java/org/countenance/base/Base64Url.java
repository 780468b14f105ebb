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
        // Java's decoder takes padding, and trailing bits that encode nothing: one signature would have many spellings.
        if (text.length() % 4 == 1 || text.indexOf('=') >= 0 || strayBits(text) != 0) {
            throw fault(text);
        }
        try {
            return Bytes.owned(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw fault(text);
        }
    }

    private static MalformedException fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (value(text.charAt(i)) < 0) {
                return MalformedException.of(
                        Place.NOWHERE,
                        "characters of base64url",
                        MalformedException.quote(text.substring(i, i + 1)) + " at character " + (i + 1));
            }
        }
        return MalformedException.of(
                Place.NOWHERE,
                "canonical base64url",
                text.length() % 4 == 1 ? "a length of " + text.length() : "stray trailing bits");
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
}
