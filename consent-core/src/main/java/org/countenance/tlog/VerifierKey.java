package org.countenance.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.jws.Algorithm;
import org.countenance.jws.VerificationKey;

/**
 * A key that checks signatures on notes, as text {@code name+hash+key} (C2SP signed-note, Verifier keys).
 *
 * @param name whose key; in a checkpoint the log's origin or a witness
 * @param type what its signatures are over
 * @param key the public key
 */
public record VerifierKey(String name, Type type, VerificationKey key) {

    private static final Pattern FORM = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    /** What a signature is over, with its number in key ids. */
    public enum Type {
        /** The note's text. */
        ED25519(0x01, Algorithm.ED25519),
        /** A time and the note's text (C2SP tlog-cosignature). */
        ED25519_COSIGNATURE(0x04, Algorithm.ED25519),
        /** A time and the head that the note tells (C2SP tlog-cosignature). */
        ML_DSA_44_COSIGNATURE(0x06, Algorithm.ML_DSA_44);

        private final int number;
        private final Algorithm algorithm;

        Type(int number, Algorithm algorithm) {
            this.number = number;
            this.algorithm = algorithm;
        }

        /** The algorithm of such keys. */
        public Algorithm algorithm() {
            return algorithm;
        }

        /** Whether its signatures carry a time. */
        public boolean isTimed() {
            return this != ED25519;
        }
    }

    /** Checks the name and that the key fits the type. */
    public VerifierKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("wanted a name without white space and plus, found `" + name + "`");
        }
        if (key.algorithm() != type.algorithm()) {
            throw new IllegalArgumentException(
                    "wanted a key of " + type.algorithm() + ", found one of " + key.algorithm());
        }
    }

    /** Reads the text form; the hash in it must be right. */
    public static VerifierKey parse(String text) throws MalformedException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !isName(matcher.group(1))) {
            throw malformed(text);
        }
        Bytes material = base64(matcher.group(3), text);
        VerifierKey key = new VerifierKey(
                matcher.group(1),
                type(material.at(0), text),
                VerificationKey.fromRaw(type(material.at(0), text).algorithm(), material.slice(1, material.size())));
        if (!key.id().hex().equals(matcher.group(2))) {
            throw MalformedException.of(
                    Place.NOWHERE, "the key's hash " + key.id().hex(), MalformedException.quote(matcher.group(2)));
        }
        return key;
    }

    /** Four bytes that tell keys of one name apart. */
    public Bytes id() {
        Bytes line = Bytes.utf8(name + "\n");
        return Sha256.hash(line, material()).slice(0, 4);
    }

    /** The text form. */
    public String text() {
        return name + "+" + id().hex() + "+" + Base64Padded.encode(material());
    }

    @Override
    public String toString() {
        return text();
    }

    private Bytes material() {
        return Bytes.concat(Bytes.of((byte) type.number), key.raw());
    }

    /** Whether a log or cosigner may have this name; a cosignature holds it after one byte that tells its length. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && !name.contains("+")
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))
                && Bytes.utf8(name).size() <= Cosignature.LONGEST_NAME;
    }

    private static Type type(int number, String text) throws MalformedException {
        for (Type type : Type.values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw malformed(text);
    }

    private static Bytes base64(String base64, String text) throws MalformedException {
        try {
            return Base64Padded.decode(base64);
        } catch (MalformedException notBase64) {
            throw malformed(text);
        }
    }

    private static MalformedException malformed(String text) {
        return MalformedException.of(
                Place.NOWHERE, "a verifier key like `name+hash+key`", MalformedException.quote(text));
    }
}
