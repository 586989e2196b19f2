package io.plimsoll.train;

import java.util.function.DoubleConsumer;

/**
 * What the surroundings give to a trainer. Neither threads nor progress may change the model.
 *
 * @param seed the run's one source of randomness
 * @param threads most threads to use, at least 1
 * @param progress takes the share of the work that is done, 0 to 1
 */
public record TrainingControl(long seed, int threads, DoubleConsumer progress) {}
