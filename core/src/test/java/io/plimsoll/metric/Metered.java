package io.plimsoll.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Scored rows for tests. */
public final class Metered {
    public static final Baseline BASELINE = new Baseline(3, 2);

    private Metered() {}

    public static double[] row(double... values) {
        return values;
    }

    /** Rows of weight 1, each a group of its own. */
    public static ScoredRows rows(double[] target, double[] prediction) {
        return rows(target, prediction, target.length);
    }

    /** Rows of weight 1, dealt to so many groups in turn. */
    public static ScoredRows rows(double[] target, double[] prediction, int groups) {
        double[] weight = new double[target.length];
        Arrays.fill(weight, 1);
        String[] group = IntStream.range(0, target.length)
                .mapToObj(i -> "g" + i % Math.max(1, groups))
                .toArray(String[]::new);
        return new ScoredRows(target, prediction, weight, group);
    }

    public static Metering metering(double[] target, double[] prediction) {
        return new Metering(rows(target, prediction), BASELINE, 0.5);
    }

    public static Reading read(Metric metric, double[] target, double[] prediction) {
        return metering(target, prediction).read(metric);
    }
}
