package io.plimsoll.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * The scale on which a figure varies about alike in both directions, and the way back. Both ways are increasing.
 *
 * @param to from the figure to the scale
 * @param from back to the figure
 */
record Scale(DoubleUnaryOperator to, DoubleUnaryOperator from) {
    /** For figures and differences of them. */
    static final Scale OWN = new Scale(x -> x, x -> x);

    /** For gains as a fraction of the other's loss, 1 − own ÷ other: the logarithm of other ÷ own, which swapping the models only turns round. */
    static final Scale RATIO = new Scale(gain -> -Math.log1p(-Math.min(1, gain)), log -> -Math.expm1(-log));

    /** For figures that are held against each other as a ratio. */
    static final Scale LOGARITHM = new Scale(Math::log, Math::exp);
}
