package io.plimsoll.validate;

import io.plimsoll.data.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each value of a column occurs in two tables. */
final class Shares {
    private final Map<String, long[]> counts = new TreeMap<>();
    private final double before;
    private final double after;

    Shares(List<Level> before, List<Level> after) {
        before.forEach(level -> counts.computeIfAbsent(level.value(), value -> new long[2])[0] = level.rows());
        after.forEach(level -> counts.computeIfAbsent(level.value(), value -> new long[2])[1] = level.rows());
        this.before = before.stream().mapToLong(Level::rows).sum();
        this.after = after.stream().mapToLong(Level::rows).sum();
    }

    /** Of one value, beyond what chance makes of it in 999 of 1,000 tables; 0 where it may all be chance. */
    double largestDifference() {
        double largest = 0;
        for (long[] count : counts.values()) {
            double share = (count[0] + count[1]) / (before + after);
            double chance = 3.0902 * Math.sqrt(share * (1 - share) * (1 / before + 1 / after));
            double difference = Math.abs(count[1] / after - count[0] / before);
            largest = difference > chance ? Math.max(largest, difference) : largest;
        }
        return largest;
    }

    /** The values that were most frequent before, each a bin, and one bin for the others. */
    Stability stability(int bins) {
        List<long[]> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparingLong((long[] count) -> count[0]).reversed());
        int kept = Math.min(sorted.size(), bins);
        long[] first = new long[kept];
        long[] second = new long[kept];
        for (int i = 0; i < sorted.size(); i++) {
            int bin = Math.min(i, kept - 1);
            first[bin] += sorted.get(i)[0];
            second[bin] += sorted.get(i)[1];
        }
        return new Stability(first, second);
    }
}
