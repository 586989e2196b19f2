package io.plimsoll.interval;

import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ScoredRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by the bootstrap over whole groups: each replicate gives every group a Poisson(1) weight that follows from seed, replicate and group
 * alone.
 *
 * <p><b>Source</b>: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 */
public final class Resampling {
    private final long seed;
    private final int replicates;

    public Resampling(long seed, int replicates) {
        this.seed = seed;
        this.replicates = replicates;
    }

    /** The metric of one model. Empty where it has no value, or none on too many replicates. */
    public Optional<Estimate> of(Metering rows, Metric metric) {
        Reading reading = rows.read(metric);
        return estimate(
                reading.value(),
                rows.rows(),
                weighted -> on(rows, weighted).read(metric).value());
    }

    /**
     * By how much {@code own} is better than {@code other} on identical rows: positive is better.
     *
     * @param relative whether as a fraction of the other's loss
     */
    public Optional<Estimate> gain(Metering own, Metering other, Metric metric, boolean relative) {
        double[] theirs = other.rows().prediction();
        return estimate(
                gain(own.read(metric), other.read(metric), relative),
                own.rows(),
                rows -> gain(
                        on(own, rows).read(metric),
                        on(other, rows.withPrediction(theirs)).read(metric),
                        relative));
    }

    /** By how much {@code own} is better than {@code other} on rows of other groups: both vary independently. */
    public Optional<Estimate> unpairedGain(Metering own, Metering other, Metric metric, boolean relative) {
        double value = gain(own.read(metric), other.read(metric), relative);
        double[] values = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            values[r] = gain(
                    on(own, weighted(own.rows(), r)).read(metric),
                    on(other, weighted(other.rows(), ~r)).read(metric),
                    relative);
        }
        return estimate(value, values);
    }

    private static double gain(Reading own, Reading other, boolean relative) {
        double gain = own.metric().gain(own.value(), other.value());
        return relative ? gain / other.value() : gain;
    }

    private static Metering on(Metering metering, ScoredRows rows) {
        return new Metering(rows, metering.baseline(), metering.threshold());
    }

    private Optional<Estimate> estimate(double value, ScoredRows rows, ToDoubleFunction<ScoredRows> figure) {
        double[] values = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            values[r] = figure.applyAsDouble(weighted(rows, r));
        }
        return estimate(value, values);
    }

    private Optional<Estimate> estimate(double value, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (!Double.isFinite(value) || sorted.length < replicates * 0.95) {
            return Optional.empty();
        }
        double low = sorted[(int) Math.floor(0.025 * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil(0.975 * (sorted.length - 1))];
        Estimate.Distribution distribution =
                line -> (1.0 + Arrays.stream(sorted).filter(v -> v >= line).count()) / (1.0 + sorted.length);
        return Optional.of(
                new Estimate(value, new Interval(low, high, Interval.Method.PERCENTILE_BOOTSTRAP), distribution));
    }

    private ScoredRows weighted(ScoredRows rows, int replicate) {
        double[] weight = rows.weight().clone();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= poisson(rows.group()[i], replicate);
        }
        return new ScoredRows(rows.target(), rows.prediction(), weight, rows.group());
    }

    private int poisson(String group, int replicate) {
        long hash = seed + replicate * 0x9E3779B97F4A7C15L;
        for (byte b : group.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        double u = ((hash ^ (hash >>> 31)) >>> 11) * 0x1p-53;
        double p = Math.exp(-1);
        int k = 0;
        for (double sum = p; u > sum && k < 20; sum += p) {
            p /= ++k;
        }
        return k;
    }
}
