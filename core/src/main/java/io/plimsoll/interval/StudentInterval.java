package io.plimsoll.interval;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure give or take its jackknife standard error times Student's t, on the scale on which it is symmetric.
 *
 * <p><b>Source</b>: Tukey (1958), as in {@link Jackknife}; for groups of unequal size Hansen, "Jackknife standard errors for clustered regression"
 * (2022), and MacKinnon, Nielsen and Webb, "Fast and reliable jackknife and bootstrap methods for cluster-robust inference", Journal of Applied
 * Econometrics 38 (2023): of the t-intervals, the one by the jackknife and groups − 1 degrees of freedom is the one that holds.
 */
final class StudentInterval implements Estimate.Distribution {
    private static final double TAIL = 0.025;
    /** What varies by less than this share of the figure is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double value;
    private final double centre;
    private final double error;
    private final TDistribution student;
    private final Scale scale;

    /** @param value the figure, not yet on the scale */
    StudentInterval(double value, Spread spread, Scale scale) {
        this.value = value;
        this.scale = scale;
        this.centre = scale.to().applyAsDouble(value);
        double root = Math.sqrt(spread.variance());
        this.error = root <= ROUNDING * Math.abs(centre) ? 0 : root;
        this.student = TDistribution.of(spread.degrees());
    }

    Interval interval() {
        if (error == 0) {
            return new Interval(value, value, Interval.Method.JACKKNIFE_T);
        }
        double half = -student.inverseCumulativeProbability(TAIL) * error;
        return new Interval(
                scale.from().applyAsDouble(centre - half),
                scale.from().applyAsDouble(centre + half),
                Interval.Method.JACKKNIFE_T);
    }

    @Override
    public double chanceOfAtLeast(double line) {
        return student.survivalProbability(distance(line));
    }

    @Override
    public double chanceOfAtMost(double line) {
        return student.cumulativeProbability(distance(line));
    }

    /** In standard errors; a figure that does not vary is at an infinite distance from every other. */
    private double distance(double line) {
        double difference = scale.to().applyAsDouble(line) - centre;
        return difference == 0 ? 0 : difference / error;
    }
}
