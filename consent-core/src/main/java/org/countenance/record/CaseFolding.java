package org.countenance.record;

import java.util.Locale;

/** Unicode full case folding (the C and F lines of CaseFolding.txt), from the platform's own case mappings. */
final class CaseFolding {

    private CaseFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(c -> foldOne(c, folded));
        return folded.toString();
    }

    private static void foldOne(int c, StringBuilder out) {
        if (isCherokee(c)) {
            // Cherokee alone folds to its capitals, which were there first.
            out.append(new String(Character.toChars(c)).toUpperCase(Locale.ROOT));
        } else if (c == 0x130) {
            out.append("i\u0307");
        } else if (c == 0x131) {
            out.appendCodePoint(c);
        } else if (c == 0x1e9e) {
            out.append("ss");
        } else {
            new String(Character.toChars(c))
                    .toUpperCase(Locale.ROOT)
                    .codePoints()
                    .forEach(upper -> out.appendCodePoint(Character.toLowerCase(upper)));
        }
    }

    private static boolean isCherokee(int c) {
        return (c >= 0x13a0 && c <= 0x13fd) || (c >= 0xab70 && c <= 0xabbf);
    }
}
