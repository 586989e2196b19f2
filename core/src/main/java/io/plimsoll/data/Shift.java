package io.plimsoll.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In what a column is unlike the same column of another table. Plain rules for a first look, not tests of significance. */
public enum Shift {
    /** The shares of missing values are more than 5 percentage points apart. */
    MISSING,
    /** The median moved by more than a tenth of the range from the first to the last decile before. Asked of integers and numbers. */
    MEDIAN,
    /**
     * The total variation distance between the shares of the values is more than 0.1: half the sum of the absolute differences of the shares,
     * missing values left out. Asked where neither side has more than {@value #MOST_LEVELS} different values; more are names or quantities, of
     * which every new row brings some.
     */
    LEVELS;

    /** Beyond these, values are not compared as levels. */
    public static final int MOST_LEVELS = 100;

    private static final double MISSING_POINTS = 0.05;
    private static final double DECILE_SHARE = 0.1;
    private static final double VARIATION = 0.1;

    static boolean inMissing(ColumnProfile before, ColumnProfile after) {
        return Math.abs(after.missingShare() - before.missingShare()) > MISSING_POINTS;
    }

    static boolean inMedian(NumberProfile before, NumberProfile after) {
        double range = before.lastDecile() - before.firstDecile();
        return Math.abs(after.median() - before.median()) > DECILE_SHARE * range;
    }

    static boolean inLevels(List<Level> before, List<Level> after) {
        return !before.isEmpty() && !after.isEmpty() && variation(before, after) > VARIATION;
    }

    private static double variation(List<Level> before, List<Level> after) {
        Map<String, Double> difference = new HashMap<>();
        double rowsBefore = rows(before);
        double rowsAfter = rows(after);
        before.forEach(level -> difference.merge(level.value(), -level.rows() / rowsBefore, Double::sum));
        after.forEach(level -> difference.merge(level.value(), level.rows() / rowsAfter, Double::sum));
        return difference.values().stream().sorted().mapToDouble(Math::abs).sum() / 2;
    }

    private static long rows(List<Level> levels) {
        return levels.stream().mapToLong(Level::rows).sum();
    }
}
