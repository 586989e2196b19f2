package io.plimsoll.interval;

import com.sun.management.OperatingSystemMXBean;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** How long an interval of a paired difference takes; see benchmarks/README.md. */
final class ResamplingBenchmark {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 7;

    private ResamplingBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println("| metric | rows | groups | best time | best CPU time of all threads |");
        System.out.println("|---|---:|---:|---:|---:|");
        for (Metric metric : List.of(StandardMetric.AUC, StandardMetric.AVERAGE_PRECISION, StandardMetric.LOG_LOSS)) {
            for (int groups : List.of(ROWS, 1_000)) {
                measure(metric, groups);
            }
        }
    }

    private static void measure(Metric metric, int groups) {
        Metering own = model(1, groups);
        Metering other =
                own.on(own.rows().withPrediction(model(2, groups).rows().prediction()));
        Resampling resampling = new Resampling(1, 2_000);
        long best = Long.MAX_VALUE;
        long bestOfCpu = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long startOfCpu = cpu();
            boolean found = resampling.gain(own, other, metric, false).isPresent();
            bestOfCpu = Math.min(bestOfCpu, cpu() - startOfCpu);
            best = Math.min(best, System.nanoTime() - start);
            if (!found) {
                throw new IllegalStateException("nothing was measured: there is no interval");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f s | %.2f s |%n",
                metric.label(),
                ROWS,
                groups,
                best / 1e9,
                bestOfCpu / 1e9);
    }

    /** Where others use the machine too, this says more than the time on the wall. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** A third of the rows is positive; which ones is the same for every seed. */
    private static Metering model(long seed, int groups) {
        Random random = new Random(seed);
        double[] target =
                IntStream.range(0, ROWS).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        double[] prediction = Arrays.stream(target)
                .map(y -> 0.2 * y + 0.8 * random.nextDouble())
                .toArray();
        double[] weight = new double[ROWS];
        Arrays.fill(weight, 1);
        String[] group =
                IntStream.range(0, ROWS).mapToObj(i -> "trial-" + i % groups).toArray(String[]::new);
        return new Metering(new ScoredRows(target, prediction, weight, group), new Baseline(0, 0), 0.5);
    }
}
