package io.plimsoll.metric;

/**
 * A measure by which models are judged. It knows its own direction, so that no user can state it backwards. Two are the same if they have the same label.
 */
public sealed interface Metric permits StandardMetric, OwnMetric {
    /** As written in config files, tags and JSON: {@code average_precision}. */
    String label();

    Task task();

    /** True for losses: metrics that are better when smaller, and never negative. */
    boolean isLoss();

    /** Whether the metric can take this value at all; a rule that asks for another can never be met. */
    boolean canBe(double value);

    /** The value itself, or the end of the metric's range that it lies beyond. */
    double nearestPossible(double value);

    /** By how much {@code candidate} is better than {@code opponent}: positive is better, whatever the direction. */
    default double gain(double candidate, double opponent) {
        return isLoss() ? opponent - candidate : candidate - opponent;
    }
}
