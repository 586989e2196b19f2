package io.plimsoll.metric;

/**
 * What a metric of the user's own must say: a class of a plugin, named in its {@code META-INF/services}. It is a function of sums over rows, so that its
 * value on all rows and its intervals, for which groups of rows are drawn again and again, both come from one definition.
 */
public interface MetricDefinition extends SumMetric {
    /** As config files know it: lower-case letters, digits and underscores. */
    String name();

    /** What it measures, in one line for people. */
    String description();

    /** Targets and predictions are 0 or 1 and a probability, or quantities. */
    Task task();

    /** False for a loss, which is never negative. */
    boolean higherIsBetter();

    /** The least value that there can be; −∞ if there is none. */
    double least();

    /** The greatest value that there can be; ∞ if there is none. */
    double most();
}
