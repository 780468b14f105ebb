package org.countenance.record;

import org.countenance.base.ClosestWord;
import org.countenance.base.KebabCase;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What somebody else calls a work or a person (records.md, External identifiers). Checked in its form and check
 * characters; whether it is true, nobody has checked.
 *
 * @param scheme {@code isni}, {@code eidr}, {@code isan}, {@code imdb}, {@code hand}, {@code hcs}, or a house's own
 *     {@code x-<name>}
 * @param value the identifier in the scheme's one spelling
 */
public record ExternalId(String scheme, String value) {

    private static final String OWN = "x-";
    private static final int LONGEST_SCHEME = 64;
    private static final int LONGEST_VALUE = 128;

    /** Reads {@code {"scheme","value"}} and refuses unknown schemes, forms and wrong check characters. */
    public static ExternalId read(JsonValue json) throws MalformedException {
        Members members = Values.object(json).members();
        String scheme = members.text("scheme", ExternalId::checkScheme);
        String value = members.text("value", text -> checkValue(scheme, text));
        members.end();
        return new ExternalId(scheme, value);
    }

    /** Reads the form that people type: {@code x-house:SD-2026-0417}. */
    public static ExternalId parse(String text) throws MalformedException {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "a scheme, a colon and a value like `x-house:SD-2026-0417`",
                    MalformedException.quote(text));
        }
        String scheme = checkScheme(text.substring(0, colon));
        return new ExternalId(scheme, checkValue(scheme, text.substring(colon + 1)));
    }

    /** Whether the scheme is a house's own, so that equal values mean nothing between producers. */
    public boolean isHouseOwn() {
        return scheme.startsWith(OWN);
    }

    /** {@code {"scheme","value"}}. */
    public JsonObject toJson() {
        return JsonObject.builder().put("scheme", scheme).put("value", value).build();
    }

    /** {@code x-house:SD-2026-0417}. */
    @Override
    public String toString() {
        return scheme + ":" + value;
    }

    private static String checkScheme(String scheme) throws MalformedException {
        boolean own = isOwn(scheme) && scheme.length() <= LONGEST_SCHEME;
        if (!own && ExternalScheme.of(scheme).isEmpty()) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "a known scheme or a house's own `x-<name>`",
                    MalformedException.quote(scheme),
                    ClosestWord.hint(scheme, ExternalScheme.words()));
        }
        return scheme;
    }

    private static boolean isOwn(String scheme) {
        return scheme.startsWith(OWN) && KebabCase.isWord(scheme);
    }

    private static String checkValue(String scheme, String value) throws MalformedException {
        if (isOwn(scheme)) {
            return checkOwn(value);
        }
        ExternalScheme.of(scheme).orElseThrow().check(value);
        return value;
    }

    private static String checkOwn(String value) throws MalformedException {
        PlainText.check(value);
        boolean spaced = value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (spaced || value.codePointCount(0, value.length()) > LONGEST_VALUE) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "at most " + LONGEST_VALUE + " characters without spaces",
                    MalformedException.quote(value));
        }
        return value;
    }
}
