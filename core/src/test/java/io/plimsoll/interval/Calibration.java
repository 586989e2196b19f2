package io.plimsoll.interval;

import io.plimsoll.interval.SimulatedHoldout.Sizes;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often the interval of a gain says what it should, over simulated holdouts of models of which neither is better, or one is.
 *
 * @param judged trials that had an interval
 * @param accepted share of them with the whole interval above 0, what {@code better_by: 0} passes
 * @param covered share with the true gain inside
 * @param pointAccepted share with the figure itself above 0
 * @param width mean width of the interval
 */
record Calibration(int judged, double accepted, double covered, double pointAccepted, double width) {
    static final int REPLICATES = 2_000;

    static Calibration of(SimulatedHoldout holdout, boolean relative, int trials) {
        List<Estimate> estimates = IntStream.range(0, trials)
                .parallel()
                .mapToObj(trial -> estimate(holdout, relative, trial))
                .flatMap(Optional::stream)
                .toList();
        double n = estimates.size();
        double truth = holdout.excess() == 0 ? 0 : truth(holdout, relative);
        return new Calibration(
                estimates.size(),
                estimates.stream().filter(e -> e.interval().low() > 0).count() / n,
                estimates.stream().filter(e -> holds(e.interval(), truth)).count() / n,
                estimates.stream().filter(e -> e.value() > 0).count() / n,
                estimates.stream()
                        .mapToDouble(e -> e.interval().high() - e.interval().low())
                        .average()
                        .orElse(Double.NaN));
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    /** The gain on so many groups that chance is no matter. */
    private static double truth(SimulatedHoldout holdout, boolean relative) {
        Gain gain = new Gain(holdout.metric(), relative);
        SimulatedHoldout large = new SimulatedHoldout(holdout.metric(), 20_000, holdout.sizes(), holdout.excess());
        return LongStream.range(1_000_000, 1_000_020)
                .mapToObj(large::draw)
                .mapToDouble(pair -> gain.of(
                        pair.own().read(gain.metric()).value(),
                        pair.other().read(gain.metric()).value()))
                .average()
                .orElseThrow();
    }

    private static Optional<Estimate> estimate(SimulatedHoldout holdout, boolean relative, int trial) {
        SimulatedHoldout.Pair pair = holdout.draw(trial);
        return new Resampling(trial, REPLICATES).gain(pair.own(), pair.other(), holdout.metric(), relative);
    }

    /** Prints the tables of docs/intervals.md; the argument is the number of trials. */
    public static void main(String[] arguments) {
        int trials = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        System.out.println("| gain in | groups | sizes | judged | point accepts | accepts | covers | mean width |");
        System.out.println("|---|---:|---|---:|---:|---:|---:|---:|");
        for (Metric metric : List.of(StandardMetric.AUC, StandardMetric.WAPE)) {
            for (int groups : List.of(5, 10, 20, 50, 100, 300)) {
                for (Sizes sizes : Sizes.values()) {
                    print(new SimulatedHoldout(metric, groups, sizes, 0), trials);
                }
            }
            print(new SimulatedHoldout(metric, 1_000, Sizes.EQUAL, 0), trials);
        }
        System.out.println("and where the other model's errors are larger by 30 %:");
        for (Metric metric : List.of(StandardMetric.AUC, StandardMetric.WAPE)) {
            for (int groups : List.of(20, 50, 100, 300)) {
                print(new SimulatedHoldout(metric, groups, Sizes.EQUAL, 0.3), trials);
                print(new SimulatedHoldout(metric, groups, Sizes.LOG_NORMAL, 0.3), trials);
            }
            print(new SimulatedHoldout(metric, 1_000, Sizes.EQUAL, 0.3), trials);
        }
    }

    private static void print(SimulatedHoldout holdout, int trials) {
        System.out.println(line(holdout, of(holdout, holdout.metric().isLoss(), trials)));
    }

    private static String line(SimulatedHoldout holdout, Calibration found) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %,d | %.1f %% | %.1f %% | %.1f %% | %.3f |",
                holdout.metric().label() + (holdout.metric().isLoss() ? ", %" : ""),
                holdout.groups(),
                holdout.sizes().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                found.judged(),
                100 * found.pointAccepted(),
                100 * found.accepted(),
                100 * found.covered(),
                found.width());
    }
}
