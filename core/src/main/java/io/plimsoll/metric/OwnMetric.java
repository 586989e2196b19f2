package io.plimsoll.metric;

/** A metric of the user's own. */
public record OwnMetric(String label, Task task, boolean isLoss, double least, double most, SumMetric sums)
        implements Metric {
    /**
     * @param sums what the definition's sums are computed by
     * @throws IllegalArgumentException if its range is none, or that of a loss has values below 0
     */
    public static OwnMetric of(MetricDefinition definition, SumMetric sums) {
        return new OwnMetric(
                definition.name(),
                definition.task(),
                !definition.higherIsBetter(),
                definition.least(),
                definition.most(),
                sums);
    }

    public OwnMetric {
        if (!(least < most) || (isLoss && least < 0)) {
            throw new IllegalArgumentException("a metric has a least and a most value, and a loss is never negative");
        }
    }

    @Override
    public boolean canBe(double value) {
        return value >= least && value <= most;
    }

    @Override
    public double nearestPossible(double value) {
        return Math.max(least, Math.min(most, value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnMetric metric && metric.label.equals(label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }
}
