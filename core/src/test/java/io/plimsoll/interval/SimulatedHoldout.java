package io.plimsoll.interval;

import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Groups;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.Random;

/**
 * Holdouts of two models whose errors are correlated within groups. With an {@code excess} of 0 the models are exchangeable, so that neither is better;
 * otherwise the other one's errors are larger by that factor.
 */
record SimulatedHoldout(Metric metric, int groups, Sizes sizes, double excess) {
    /** How many rows a group has. */
    enum Sizes {
        /** Ten each. */
        EQUAL,
        /** Log-normal with σ = 1: of 100 groups the largest has some 7 % of all rows. */
        LOG_NORMAL,
        /** One each. */
        SINGLE
    }

    record Pair(Metering own, Metering other) {
        Pair swapped() {
            return new Pair(/* own= */ other, /* other= */ own);
        }
    }

    Pair draw(long seed) {
        Random random = new Random(Groups.mixed(seed));
        int[] group = groupOfRow(random);
        String[] names = Arrays.stream(group).mapToObj(g -> "trial-" + g).toArray(String[]::new);
        double[] weight = new double[group.length];
        Arrays.fill(weight, 1);
        double[] truth = noise(group, random, 1);
        double[] own = noise(group, random, 1);
        double[] other = noise(group, random, 1 + excess);
        boolean classes = metric.task() == Task.CLASSIFICATION;
        double[] target = new double[group.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = classes ? (random.nextDouble() < probability(truth[i]) ? 1 : 0) : amount(truth[i]);
            own[i] = classes ? probability(truth[i] + own[i]) : amount(truth[i] + own[i]);
            other[i] = classes ? probability(truth[i] + other[i]) : amount(truth[i] + other[i]);
        }
        Baseline baseline = new Baseline(0, 0);
        ScoredRows rows = new ScoredRows(target, own, weight, names);
        return new Pair(new Metering(rows, baseline, 0.5), new Metering(rows.withPrediction(other), baseline, 0.5));
    }

    private int[] groupOfRow(Random random) {
        int[][] rows = new int[groups][];
        for (int g = 0; g < groups; g++) {
            rows[g] = new int[size(random)];
            Arrays.fill(rows[g], g);
        }
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    }

    private int size(Random random) {
        return switch (sizes) {
            case EQUAL -> 10;
            case LOG_NORMAL -> (int) Math.max(1, Math.round(6 * StrictMath.exp(random.nextGaussian())));
            case SINGLE -> 1;
        };
    }

    /** One part that all rows of a group share, and one of each row's own. */
    private double[] noise(int[] group, Random random, double factor) {
        double[] shared = random.doubles(groups).map(u -> random.nextGaussian()).toArray();
        return Arrays.stream(group)
                .mapToDouble(g -> factor * (shared[g] + random.nextGaussian()))
                .toArray();
    }

    private static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double amount(double log) {
        return StrictMath.exp(1 + log / 2);
    }
}
