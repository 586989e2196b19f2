package io.plimsoll.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * The known word that somebody probably meant. Slips of the fingers only: a letter too many, too few, wrong or swapped, one in three at
 * most; letter case, hyphens and underscores do not count.
 *
 * <p><b>Source</b>: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964.
 */
public final class NearMatch {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();
    private static final int MOST_SLIPS = 3;

    private NearMatch() {}

    public static Optional<String> of(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= allowed(typed))
                .min(Comparator.<String>comparingInt(word -> distance(typed, word))
                        .thenComparingInt(word -> Math.abs(word.length() - typed.length())));
    }

    /** {@code " (did you mean 'mape'?)"}, or nothing. */
    public static String hint(String typed, Collection<String> known) {
        return of(typed, known).map(word -> " (did you mean '" + word + "'?)").orElse("");
    }

    private static int allowed(String typed) {
        return Math.min(MOST_SLIPS, Math.max(1, typed.length() / 3));
    }

    private static int distance(String typed, String word) {
        if (Math.abs(typed.length() - word.length()) > MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        int distance = DISTANCE.apply(plain(typed), plain(word));
        return distance < Math.min(typed.length(), word.length()) ? distance : Integer.MAX_VALUE;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
