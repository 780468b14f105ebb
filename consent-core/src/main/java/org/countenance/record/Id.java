package org.countenance.record;

import java.util.Locale;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonString;
import org.countenance.json.JsonValue;
import org.countenance.json.Values;

/**
 * The id of a record, which is also the id of the party whose first record it is: SHA-256 of the signing input
 * (records.md, Envelope).
 *
 * @param text 43 characters of base64url
 */
public record Id(String text) implements Comparable<Id> {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SHOWN_CHARACTERS = 16;

    /** Reads 43 characters of canonical base64url. */
    public static Id parse(String text) throws MalformedException {
        if (text.length() != 43 || Base64Url.decode(text).size() != Sha256.SIZE) {
            throw MalformedException.of(Place.NOWHERE, "an id of 43 characters", MalformedException.quote(text));
        }
        return new Id(text);
    }

    /** Reads a JSON string that is an id. */
    public static Id read(JsonValue value) throws MalformedException {
        return Values.text(Id::parse).read(value);
    }

    /** The id as JSON. */
    public JsonString toJson() {
        return JsonString.of(text);
    }

    /** What people are shown: 16 characters of lower-case base32 in groups of four, 80 bits. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        Bytes bytes = bytes();
        for (int i = 0; i < SHOWN_CHARACTERS; i++) {
            int bit = i * 5;
            int two = bytes.at(bit / 8) << 8 | bytes.at(bit / 8 + 1);
            shown.append(i > 0 && i % 4 == 0 ? "-" : "").append(BASE32.charAt(two >> (11 - bit % 8) & 31));
        }
        return shown.toString();
    }

    /** Whether {@code prefix}, in either spelling and at least ten characters long, begins this id. */
    public boolean hasPrefix(String prefix) {
        String plain = prefix.toLowerCase(Locale.ROOT).replace("-", "");
        return (prefix.length() >= 10 && text.startsWith(prefix))
                || (plain.length() >= 10 && shown().replace("-", "").startsWith(plain));
    }

    @Override
    public int compareTo(Id other) {
        return text.compareTo(other.text);
    }

    // Written out, since nothing is compared more often and a record's own comparison is linked anew in every process.
    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && text.equals(id.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private Bytes bytes() {
        try {
            return Base64Url.decode(text);
        } catch (MalformedException e) {
            throw new IllegalStateException("an id was made that is none", e);
        }
    }
}
