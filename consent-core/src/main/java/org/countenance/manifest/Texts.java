package org.countenance.manifest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.base.Sha256;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.scope.Context;

/** Readers of the strings that manifests hold. */
final class Texts {

    private static final int LONGEST_ID = 128;
    private static final int LONGEST_CODE = 64;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");

    private Texts() {}

    /** An id that the producer chose: words for people without spaces. */
    static String id(String text) throws MalformedException {
        PlainText.check(text);
        if (isSpaced(text) || text.codePointCount(0, text.length()) > LONGEST_ID) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "an id of at most " + LONGEST_ID + " characters without spaces",
                    MalformedException.quote(text));
        }
        return text;
    }

    private static boolean isSpaced(String text) {
        // No space needs two characters in UTF-16.
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A party id: 32 bytes in base64url. */
    static String party(String text) throws MalformedException {
        if (text.length() != 43 || Base64Url.decode(text).size() != Sha256.SIZE) {
            throw MalformedException.of(
                    Place.NOWHERE, "a party id of 43 characters of base64url", MalformedException.quote(text));
        }
        return text;
    }

    /** The hash of a file: 64 lower-case hexadecimal digits. */
    static Bytes sha256(String text) throws MalformedException {
        if (text.length() != 2 * Sha256.SIZE) {
            throw MalformedException.of(
                    Place.NOWHERE, "64 lower-case hexadecimal digits", MalformedException.quote(text));
        }
        return Bytes.fromHex(text);
    }

    /** A word of lower-case letters and digits with hyphens. */
    static String code(String text) throws MalformedException {
        return matching(text, CODE, "a kebab-case word");
    }

    /** The name of a technical scheme. */
    static String scheme(String text) throws MalformedException {
        return matching(text, SCHEME, "the name of a scheme, like `c2pa`");
    }

    /** A whole number of at least one that may be left out. */
    static OptionalLong count(Members members, String name) throws MalformedException {
        Optional<Long> count = members.optional(name, Values.atLeast(1));
        return count.isPresent() ? OptionalLong.of(count.get()) : OptionalLong.empty();
    }

    /** The same from its digits. */
    static OptionalLong count(String digits) throws MalformedException {
        long count = Long.parseLong(digits);
        if (count < 1) {
            throw MalformedException.of(Place.NOWHERE, "an integer of at least 1", "the number " + count);
        }
        return OptionalLong.of(count);
    }

    /** The member {@code contexts}: the sensitive contexts that are declared, none when it is left out. */
    static Set<Context> contexts(Members members) throws MalformedException {
        Set<Context> contexts = members.optional("contexts", Values.possiblyEmptySetOf(Values.text(Context::parse)))
                .orElse(Set.of());
        if (contexts.contains(Context.POSTHUMOUS)) {
            throw members.fault("contexts", "contexts that are declared", "`posthumous`, which is computed");
        }
        return contexts;
    }

    private static String matching(String text, Pattern form, String wanted) throws MalformedException {
        if (!form.matcher(text).matches() || text.length() > LONGEST_CODE) {
            throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(text));
        }
        return text;
    }
}
