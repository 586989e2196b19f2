package io.plimsoll.interval;

import io.plimsoll.metric.Groups;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import java.util.Arrays;
import java.util.Optional;

/**
 * How sure a figure is, from how it varies over whole groups: by the bootstrap where there are many, by the jackknife and Student's t where there are
 * few. What it gives depends on rows, groups and seed alone, to the last bit: not on the order of rows or the number of threads.
 *
 * <p>A total function: an estimate, or none where the figure cannot be said to vary.
 *
 * <p><b>Source</b>: {@link Bootstrap}, {@link StudentInterval}; which one when, and why, is in {@code docs/intervals.md}.
 */
public final class Resampling {
    /** With fewer effective groups the bootstrap's interval is too short. */
    static final int FEWEST_TO_BOOTSTRAP = 300;

    private static final double LEAST_DEFINED = 0.95;
    /** Sets the draws of an opponent on other rows apart from the candidate's. */
    private static final long OTHER_ROWS = 0x6F74686572726F77L;

    private final long seed;
    private final int replicates;

    public Resampling(long seed, int replicates) {
        this.seed = seed;
        this.replicates = replicates;
    }

    /** The metric of one model. Empty where it has no value, or none on too many replicates. */
    public Optional<Estimate> of(Metering rows, Metric metric) {
        if (!rows.read(metric).isDefined()) {
            return Optional.empty();
        }
        return paired(Sample.of(rows, metric), Scale.OWN)
                .map(estimate -> estimate.within(metric))
                .filter(Resampling::isFinite)
                .map(estimate -> estimate.with(DeLong.of(rows, metric)));
    }

    /**
     * By how much {@code own} is better than {@code other} on identical rows: positive is better.
     *
     * @param relative whether as a fraction of the other's loss
     */
    public Optional<Estimate> gain(Metering own, Metering other, Metric metric, boolean relative) {
        if (!areDefined(own, other, metric)) {
            return Optional.empty();
        }
        Gain gain = new Gain(metric, relative);
        Optional<Estimate> estimate =
                paired(Sample.of(own, other, gain), gain.scale()).filter(Resampling::isFinite);
        return relative ? estimate : estimate.map(e -> e.with(DeLong.ofGain(own, other, metric)));
    }

    /** By how much {@code own} is better than {@code other} on rows of other groups: both vary independently. */
    public Optional<Estimate> unpairedGain(Metering own, Metering other, Metric metric, boolean relative) {
        if (!areDefined(own, other, metric)) {
            return Optional.empty();
        }
        return unpaired(Sample.of(own, metric), Sample.of(other, metric), new Gain(metric, relative))
                .filter(Resampling::isFinite);
    }

    /** Figures near the end of what a double holds may be finite, and how they vary not. */
    private static boolean isFinite(Estimate estimate) {
        return Double.isFinite(estimate.interval().low())
                && Double.isFinite(estimate.interval().high());
    }

    private static boolean areDefined(Metering own, Metering other, Metric metric) {
        return own.read(metric).isDefined() && other.read(metric).isDefined();
    }

    private Optional<Estimate> paired(Sample sample, Scale scale) {
        double value = sample.value();
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        if (sample.clusters().effective() >= FEWEST_TO_BOOTSTRAP) {
            double[] values = new Bootstrap(seed, replicates).values(sample.figure(), sample.groups());
            return percentile(value, values, sample.clusters());
        }
        Scale symmetric = Double.isFinite(scale.to().applyAsDouble(value)) ? scale : Scale.OWN;
        return sample.spread(symmetric).map(spread -> student(value, spread, symmetric, sample.clusters()));
    }

    private Optional<Estimate> unpaired(Sample own, Sample other, Gain gain) {
        double value = gain.of(own.value(), other.value());
        Clusters clusters = Clusters.lesser(own.clusters(), other.clusters());
        if (!Double.isFinite(value) || !Double.isFinite(gain.scale().to().applyAsDouble(value))) {
            return Optional.empty();
        }
        if (clusters.effective() >= FEWEST_TO_BOOTSTRAP) {
            double[] mine = new Bootstrap(seed, replicates).values(own.figure(), own.groups());
            double[] theirs =
                    new Bootstrap(Groups.mixed(seed ^ OTHER_ROWS), replicates).values(other.figure(), other.groups());
            return percentile(value, gain.each(mine, theirs), clusters);
        }
        // a ratio of two figures is, on the logarithm's scale, their difference
        Scale each = gain.relative() ? Scale.LOGARITHM : Scale.OWN;
        return own.spread(each)
                .flatMap(mine -> other.spread(each).map(mine::plus))
                .filter(spread -> Double.isFinite(spread.variance()))
                .map(spread -> student(value, spread, gain.scale(), clusters));
    }

    private Optional<Estimate> percentile(double value, double[] values, Clusters clusters) {
        double[] defined = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (defined.length == 0 || defined.length < LEAST_DEFINED * values.length) {
            return Optional.empty();
        }
        PercentileInterval percentile = new PercentileInterval(defined);
        Estimate.Basis basis = new Estimate.Basis(
                clusters.groups(), clusters.effective(), defined.length, values.length - defined.length);
        return Optional.of(new Estimate(value, percentile.interval(), percentile, basis, Optional.empty()));
    }

    private static Estimate student(double value, Spread spread, Scale scale, Clusters clusters) {
        StudentInterval student = new StudentInterval(value, spread, scale);
        Estimate.Basis basis = new Estimate.Basis(clusters.groups(), clusters.effective(), 0, 0);
        return new Estimate(value, student.interval(), student, basis, Optional.empty());
    }
}
