package org.countenance.base;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that people are shown: what is not there to be seen may not be there (records.md, What is refused). */
public final class PlainText {

    /** Scripts that one word may mix, after UTS 39 section 5.2 (highly restrictive), e.g. {@code AI生成}. */
    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

    /** Pairs of first and last Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties), ascending. */
    private static final int[] IGNORABLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private PlainText() {}

    /**
     * Returns {@code text} when people see all of it and nothing else.
     *
     * @throws MalformedException when it is blank or not in NFC, holds a control, line break, bidi override or
     *     default-ignorable character or a lone surrogate, or mixes scripts within a word
     */
    public static String check(String text) throws MalformedException {
        return isPlainAscii(text) ? text : checkAny(text);
    }

    /** Whether nothing that is refused can be in it: visible ASCII with or without spaces. */
    private static boolean isPlainAscii(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
            blank &= c == ' ';
        }
        return !blank;
    }

    private static String checkAny(String text) throws MalformedException {
        if (text.isBlank()) {
            throw MalformedException.of(Place.NOWHERE, "words", text.isEmpty() ? "an empty text" : "a blank text");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            refuseUnseen(text.codePointAt(i));
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw MalformedException.of(
                    Place.NOWHERE, "text in NFC", MalformedException.quote(text) + " in another form");
        }
        refuseMixedWords(text);
        return text;
    }

    private static void refuseUnseen(int c) throws MalformedException {
        if (isUnseen(c)) {
            throw MalformedException.of(
                    Place.NOWHERE, "characters that can be seen", "U+" + String.format(Locale.ROOT, "%04X", c));
        }
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> isIgnorable(c);
        };
    }

    /**
     * Any text on one line, with nothing in it that steers a terminal, turns the reading direction or cannot be seen: those
     * characters are shown as escapes, <code>&#92;u202e</code>. Everything that people are shown of what others wrote goes
     * through here.
     */
    public static String shown(String text) {
        return shown(text, Integer.MAX_VALUE);
    }

    /** The same of the first {@code longest} characters; an ellipsis tells that there were more. */
    public static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        for (int count = 0; at < text.length() && count < longest; count++) {
            int c = text.codePointAt(at);
            appendShown(c, shown);
            at += Character.charCount(c);
        }
        return at < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static void appendShown(int c, StringBuilder shown) {
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        if (!isUnseen(c) && Character.getType(c) != Character.FORMAT && !noCharacter) {
            shown.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            shown.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
        }
    }

    private static boolean isIgnorable(int c) {
        for (int i = 0; i < IGNORABLE.length && IGNORABLE[i] <= c; i += 2) {
            if (c <= IGNORABLE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static void refuseMixedWords(String text) throws MalformedException {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (endsWord(c)) {
                scripts.clear();
            } else if (!isShared(script(c)) && scripts.add(script(c)) && !mayMix(scripts)) {
                throw MalformedException.of(
                        Place.NOWHERE,
                        "one script within a word",
                        MalformedException.quote(text) + " mixing " + names(scripts));
            }
        }
    }

    private static boolean endsWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> !Character.isLetterOrDigit(c) && script(c) != UnicodeScript.UNKNOWN;
        };
    }

    private static boolean isShared(UnicodeScript script) {
        return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }

    private static boolean mayMix(Set<UnicodeScript> scripts) {
        return scripts.size() == 1 || WRITTEN_TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    private static UnicodeScript script(int c) {
        // Both planes are kept for ideographs: a rare name must read the same on platforms that know fewer of them.
        return c >= 0x20000 && c <= 0x3FFFD ? UnicodeScript.HAN : UnicodeScript.of(c);
    }

    private static String names(Set<UnicodeScript> scripts) {
        return String.join(
                " and ",
                scripts.stream()
                        .map(script -> script.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
