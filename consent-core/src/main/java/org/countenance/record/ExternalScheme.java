package org.countenance.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** The known schemes of external identifiers, each with its one spelling. */
enum ExternalScheme {
    ISNI("isni", "\\d{15}[\\dX]", "an ISNI of 16 characters like `0000000121032683`"),
    EIDR(
            "eidr",
            "10\\.5240/[0-9A-F]{4}(-[0-9A-F]{4}){4}-[0-9A-Z]",
            "an EIDR like `10.5240/7791-8534-2C23-9030-8610-5`"),
    ISAN(
            "isan",
            "[0-9A-F]{4}(-[0-9A-F]{4}){3}-[0-9A-Z](-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?",
            "an ISAN like `0000-0000-D07A-0090-Q`, with or without its version"),
    // Seven digits are filled up with zeros, longer ones are not: one spelling for each.
    IMDB("imdb", "(tt|nm)(\\d{7}|[1-9]\\d{7,9})", "an IMDb id like `tt0111161` or `nm0000151`"),
    HAND("hand", "10\\.23/[0-9A-Z]{4}(-[0-9A-Z]{4}){4}", "a HAND id like `10.23/B77C-A6A1-D3E8-1E13-D6C7`"),
    HCS("hcs", "[0-9A-Za-z][0-9A-Za-z._:/-]{0,127}", "at most 128 letters, digits and `._:/-`");

    private static final int ISAN_ROOT = 19;
    private static final int ISAN_VERSION = 22;

    private final String word;
    private final Pattern form;
    private final String wanted;

    ExternalScheme(String word, String form, String wanted) {
        this.word = word;
        this.form = Pattern.compile(form);
        this.wanted = wanted;
    }

    static Optional<ExternalScheme> of(String word) {
        return List.of(values()).stream().filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return List.of(values()).stream().map(each -> each.word).toList();
    }

    void check(String value) throws MalformedException {
        Matcher matcher = form.matcher(value);
        if (!matcher.matches()) {
            throw MalformedException.of(Place.NOWHERE, wanted, MalformedException.quote(value));
        }
        switch (this) {
            case ISNI -> compare(value, CheckCharacter.mod11Radix2(value.substring(0, 15)), 15);
            case EIDR -> checkHex(value, value.indexOf('/') + 1, value.length() - 2);
            case ISAN -> checkIsan(value);
            default -> {}
        }
    }

    /** An ISAN has a check character after work and episode, and one over everything after the version. */
    private static void checkIsan(String value) throws MalformedException {
        checkHex(value, 0, ISAN_ROOT);
        if (value.length() > ISAN_ROOT + 2) {
            String both = value.substring(0, ISAN_ROOT) + value.substring(ISAN_VERSION, value.length() - 2);
            compare(value, CheckCharacter.mod37And36(both.replace("-", "")), value.length() - 1);
        }
    }

    private static void checkHex(String value, int from, int until) throws MalformedException {
        compare(value, CheckCharacter.mod37And36(value.substring(from, until).replace("-", "")), until + 1);
    }

    private static void compare(String value, char wanted, int index) throws MalformedException {
        if (value.charAt(index) != wanted) {
            throw MalformedException.of(
                    Place.NOWHERE,
                    "the check character `" + wanted + "`",
                    "`" + value.charAt(index) + "` in " + MalformedException.quote(value));
        }
    }
}
