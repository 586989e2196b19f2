package io.plimsoll.validate;

import java.util.Arrays;

/**
 * The population stability index: Σ (a − e) ln(a / e) over bins, e being the share of a bin before and a its share now. Below 0.1 is taken for no
 * change, from 0.25 on for a great one.
 *
 * <p>An empty bin counts as half a row, so that the index is finite. If nothing changed but the draw of n rows before and m now, the index times
 * nm / (n + m) is about χ² with one degree of freedom less than bins: in small tables a large index means nothing.
 *
 * <p><b>Source</b>: Siddiqi, Credit Risk Scorecards (2006), for the index and its rules of thumb; Yurdakul and Naranjo, "Statistical properties of
 * the population stability index", Journal of Risk Model Validation 14 (2020), for its distribution; Wilson and Hilferty (1931) for the quantile of χ².
 *
 * @param before rows of each bin
 * @param after rows of the same bins now
 */
record Stability(long[] before, long[] after) {
    /** The 99.9% quantile of a normal distribution. */
    private static final double Z = 3.0902;

    boolean isEmpty() {
        return sum(before) == 0 || sum(after) == 0;
    }

    double index() {
        double index = 0;
        for (int bin = 0; bin < before.length; bin++) {
            double expected = share(before, bin);
            double actual = share(after, bin);
            index += (actual - expected) * Math.log(actual / expected);
        }
        return index;
    }

    /** What the index stays under by chance in 999 of 1,000 draws of rows that do not depend on each other. */
    double byChance() {
        double freedom = before.length - 1;
        if (freedom == 0) {
            return 0;
        }
        double spread = 2 / (9 * freedom);
        double quantile = freedom * Math.pow(1 - spread + Z * Math.sqrt(spread), 3);
        return quantile * (1 / sum(before) + 1 / sum(after));
    }

    private static double share(long[] counts, int bin) {
        double rows = counts[bin];
        return Math.max(rows, 0.5) / sum(counts);
    }

    private static double sum(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().sum();
    }
}
