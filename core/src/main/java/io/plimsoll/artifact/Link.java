package io.plimsoll.artifact;

import io.plimsoll.artifact.OnnxGraph.Value;

/** From the sum {@code s} that a model adds up to its prediction. */
public enum Link {
    /** {@code s}. */
    IDENTITY,
    /** {@code 1 / (1 + exp(−s))}, a probability. */
    LOGISTIC,
    /** {@code exp(s)}. */
    EXP,
    /** {@code exp(s) − 1}, which undoes a target scale of log(1 + y). */
    EXPM1,
    /** {@code s}, held within 0 and 1: a probability that was averaged, and rounded. */
    UNIT;

    /** The same in operators. */
    public Value addTo(OnnxGraph graph, Value sum) {
        return switch (this) {
            case IDENTITY -> sum;
            case LOGISTIC -> graph.apply("Sigmoid", sum);
            case EXP -> graph.apply("Exp", sum);
            case EXPM1 -> graph.apply("Sub", graph.apply("Exp", sum), graph.row(1));
            case UNIT -> graph.apply("Min", graph.apply("Max", sum, graph.row(0)), graph.row(1));
        };
    }

    /** A prediction from its sum. */
    public double of(double sum) {
        return switch (this) {
            case IDENTITY -> sum;
            case LOGISTIC -> 1 / (1 + StrictMath.exp(-sum));
            case EXP -> StrictMath.exp(sum);
            case EXPM1 -> StrictMath.expm1(sum);
            case UNIT -> Math.max(0, Math.min(1, sum));
        };
    }
}
