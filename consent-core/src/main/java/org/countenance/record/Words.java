package org.countenance.record;

import java.util.Arrays;
import java.util.List;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.Count;
import org.countenance.base.KebabCase;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;

/** Readers of the small texts that records are made of. */
final class Words {

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_PATH = 100;
    private static final int LONGEST_CODE = 64;

    private Words() {}

    /** A constant of {@code type}, spelled in kebab-case. */
    static <E extends Enum<E>> E constant(Class<E> type, String what, String text) throws MalformedException {
        for (E each : type.getEnumConstants()) {
            if (KebabCase.spells(text, each)) {
                return each;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
        throw MalformedException.of(Place.NOWHERE, what, MalformedException.quote(text), ClosestWord.hint(text, known));
    }

    /** How a constant is spelled in a record. */
    static String word(Enum<?> constant) {
        return KebabCase.of(constant);
    }

    /** A kebab-case word of nobody's closed list. */
    static String code(String text) throws MalformedException {
        if (text.length() > LONGEST_CODE || !KebabCase.isWord(text)) {
            throw MalformedException.of(Place.NOWHERE, "a kebab-case word", MalformedException.quote(text));
        }
        return text;
    }

    /** 64 lower-case hexadecimal digits. */
    static String sha256(String text) throws MalformedException {
        if (text.length() != 2 * Sha256.SIZE) {
            throw MalformedException.of(
                    Place.NOWHERE, "64 lower-case hexadecimal digits", MalformedException.quote(text));
        }
        Bytes.fromHex(text);
        return text;
    }

    /** A random mark of 22 to 64 characters of base64url. */
    static String jti(String text) throws MalformedException {
        if (text.length() < 22 || text.length() > 64) {
            throw MalformedException.of(
                    Place.NOWHERE, "22 to 64 characters of base64url", Count.of(text.length(), "character"));
        }
        Base64Url.decode(text);
        return text;
    }

    /** The name of a registry, e.g. {@code registry.example/likeness}. */
    static String registryName(String text) throws MalformedException {
        int slash = text.indexOf('/');
        boolean named = slash < 0
                ? isName(text, LONGEST_HOST)
                : isName(text.substring(0, slash), LONGEST_HOST) && isName(text.substring(slash + 1), LONGEST_PATH);
        if (!named) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "a registry's name like `registry.example/likeness`",
                    MalformedException.quote(text));
        }
        return text;
    }

    private static boolean isName(String text, int longest) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= longest;
    }

    /** The root of a tree as standard base64 of 32 bytes. */
    static String root(String text) throws MalformedException {
        String url = text.endsWith("=")
                ? text.substring(0, text.length() - 1).replace('+', '-').replace('/', '_')
                : "";
        if (text.contains("-")
                || text.contains("_")
                || url.length() != 43
                || Base64Url.decode(url).size() != Sha256.SIZE) {
            throw MalformedException.of(Place.NOWHERE, "base64 of 32 bytes", MalformedException.quote(text));
        }
        return text;
    }
}
