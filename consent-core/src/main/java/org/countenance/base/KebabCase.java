package org.countenance.base;

import java.util.Locale;

/** How constants are spelled wherever they are written: {@code FACE_SWAP} as {@code face-swap}. */
public final class KebabCase {

    private KebabCase() {}

    /** The spelling of a constant. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The spelling of a constant's name. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a text is small letters and digits with single hyphens between some of them. */
    public static boolean isWord(String text) {
        boolean ended = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && (c != '-' || !ended)) {
                return false;
            }
            ended = letter;
        }
        return ended;
    }

    /** Whether {@code text} spells a constant; most constants are none of what is asked for, so nothing is made to see it. */
    public static boolean spells(String text, Enum<?> constant) {
        String name = constant.name();
        if (name.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (text.charAt(i) != (c == '_' ? '-' : Character.toLowerCase(c))) {
                return false;
            }
        }
        return true;
    }
}
