package org.countenance.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes, compared by value. */
public final class Bytes implements Comparable<Bytes> {

    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies {@code content}. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** Takes an array that nobody else keeps. */
    static Bytes owned(byte[] content) {
        return new Bytes(content);
    }

    /** The UTF-8 form of {@code text}. */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads lower-case hexadecimal digits, two for each byte.
     *
     * @throws MalformedException on any other character or an odd count
     */
    public static Bytes fromHex(String hex) throws MalformedException {
        byte[] bytes = new byte[(hex.length() + 1) / 2];
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                throw MalformedException.of(
                        Place.NOWHERE, "lower-case hexadecimal digits", MalformedException.quote(hex));
            }
            bytes[i / 2] = (byte) (bytes[i / 2] << 4 | (c <= '9' ? c - '0' : c - 'a' + 10));
        }
        if (hex.length() % 2 != 0) {
            throw MalformedException.of(Place.NOWHERE, "an even count of digits", hex.length() + " digits");
        }
        return new Bytes(bytes);
    }

    /** All parts, one after the other. */
    public static Bytes concat(Bytes... parts) {
        int size = 0;
        for (Bytes part : parts) {
            size += part.size();
        }
        ByteBuffer joined = ByteBuffer.allocate(size);
        for (Bytes part : parts) {
            joined.put(part.content);
        }
        return new Bytes(joined.array());
    }

    /** {@code value} as eight bytes, most significant first. */
    public static Bytes uint64(long value) {
        return new Bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** How many bytes. */
    public int size() {
        return content.length;
    }

    /** The byte at {@code index}, as 0 to 255. */
    public int at(int index) {
        return content[index] & 0xff;
    }

    /** The bytes from {@code from} (inclusive) to {@code until} (exclusive). */
    public Bytes slice(int from, int until) {
        return new Bytes(Arrays.copyOfRange(content, from, until));
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    /**
     * The text these bytes spell in UTF-8.
     *
     * @throws MalformedException when they are not UTF-8
     */
    public String text() throws MalformedException {
        // The fast way decodes to U+FFFD what is not UTF-8: where there is none, it hid nothing.
        String text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictText();
    }

    private String strictText() throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw MalformedException.of(Place.NOWHERE, "UTF-8", "bytes that are not UTF-8");
        }
    }

    /** Lends the array to this package, which never writes to it. */
    byte[] shared() {
        return content;
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
