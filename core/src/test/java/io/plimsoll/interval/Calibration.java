package io.plimsoll.interval;

import io.plimsoll.interval.SimulatedHoldout.Sizes;
import io.plimsoll.metric.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often the interval of a gain says what it should, over simulated holdouts of models of which neither is better, or one is.
 *
 * @param judged trials that had an interval
 * @param accepted share of them with the whole interval above 0, what {@code better_by: 0} passes
 * @param covered share with 0 inside
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
        return new Calibration(
                estimates.size(),
                estimates.stream().filter(e -> e.interval().low() > 0).count() / n,
                estimates.stream()
                                .filter(e ->
                                        e.interval().low() <= 0 && e.interval().high() >= 0)
                                .count()
                        / n,
                estimates.stream().filter(e -> e.value() > 0).count() / n,
                estimates.stream()
                        .mapToDouble(e -> e.interval().high() - e.interval().low())
                        .average()
                        .orElse(Double.NaN));
    }

    private static Optional<Estimate> estimate(SimulatedHoldout holdout, boolean relative, int trial) {
        SimulatedHoldout.Pair pair = holdout.draw(trial);
        return new Resampling(trial, REPLICATES).gain(pair.own(), pair.other(), holdout.metric(), relative);
    }

    /** Prints the table of docs/intervals.md; the argument is the number of trials. */
    public static void main(String[] arguments) {
        int trials = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
        System.out.println("| metric | groups | sizes | judged | point accepts | accepts | covers | mean width |");
        System.out.println("|---|---:|---|---:|---:|---:|---:|---:|");
        for (Metric metric : List.of(Metric.AUC, Metric.WAPE)) {
            for (int groups : List.of(5, 10, 20, 50, 100, 300)) {
                for (Sizes sizes : Sizes.values()) {
                    SimulatedHoldout holdout = new SimulatedHoldout(metric, groups, sizes, 0);
                    System.out.println(line(holdout, of(holdout, metric.isLoss(), trials)));
                }
            }
        }
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
