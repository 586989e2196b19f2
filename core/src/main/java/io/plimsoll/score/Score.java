package io.plimsoll.score;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of one row.
 *
 * @param prediction a probability, or a quantity in the target's unit
 * @param classified 1 if the probability reaches the model's threshold, else 0; null for a quantity
 * @param low lower end of the interval; null where the model has none
 * @param high its upper end
 */
public record Score(
        double prediction,
        @Nullable Integer classified,
        @Nullable Double low,
        @Nullable Double high) {}
