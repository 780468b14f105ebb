package org.countenance.words;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What may stand in a gap of a phrase. Everything but a text is taken over to the letter. */
enum Slot {
    /** The short id of a record or party. */
    ID("id", "[a-z2-7]{4}(-[a-z2-7]{4}){3}"),
    /** An instant, or the day that it begins. */
    DATE("date", "[+-]?\\d{4,10}-\\d\\d-\\d\\d(T[0-9:.]+Z)?"),
    /** A whole number. */
    NUMBER("n", "-?[\\d,]+"),
    /** What the program set between backticks: anybody's words. */
    QUOTED("q", "`[^`]*`"),
    /** A word without spaces, such as a rule's code or a language's. */
    CODE("code", "[^\\s,;]+"),
    /** Several such words with commas. */
    CODES("codes", "[^\\s,;]+(, [^\\s,;]+)*"),
    /** A party by name and short id, or by short id alone. */
    WHO("who", "[a-z2-7]{4}(-[a-z2-7]{4}){3}|.+ \\([a-z2-7]{4}(-[a-z2-7]{4}){3}\\)"),
    /** Anything, taken over to the letter: names and other words of people. */
    VERBATIM("v", ".+"),
    /** A text that is itself said in the language: a phrase, or a list of phrases. */
    TEXT("t", ".+");

    private final String word;
    private final Pattern pattern;

    Slot(String word, String pattern) {
        this.word = word;
        this.pattern = Pattern.compile(pattern);
    }

    static Slot of(String word) {
        return Arrays.stream(values())
                .filter(slot -> slot.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wanted a kind of slot, found " + word));
    }

    boolean holds(String text) {
        return pattern.matcher(text).matches();
    }
}
