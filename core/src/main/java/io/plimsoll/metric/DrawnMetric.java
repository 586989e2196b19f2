package io.plimsoll.metric;

/**
 * One metric of one model, on draws of whole groups. What it gives does not depend on the order of rows, to the last bit.
 *
 * <p>Safe for use by several threads at once.
 */
public interface DrawnMetric {
    /** The metric's value on each draw; not finite where it has none. */
    double[] on(Draws draws);
}
