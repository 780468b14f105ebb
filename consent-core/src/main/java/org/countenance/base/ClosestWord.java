package org.countenance.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a mistyped one was meant to be. */
public final class ClosestWord {

    private ClosestWord() {}

    /** {@code did you mean `svod`?}, or empty when nothing known is near {@code word}. */
    public static String hint(String word, Collection<String> known) {
        return closest(word, known).map(near -> "did you mean `" + near + "`?").orElse("");
    }

    /** The nearest of {@code known}, when at most a third of {@code word} differs. */
    public static Optional<String> closest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(near -> distance(word, near) <= Math.max(1, word.length() / 3));
    }

    /** Levenshtein's distance, in insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
