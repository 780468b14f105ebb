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

    /** In insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int change = rows[i - 1][j - 1] + (same ? 0 : 1);
                rows[i][j] = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
