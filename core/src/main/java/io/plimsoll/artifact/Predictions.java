package io.plimsoll.artifact;

import io.plimsoll.metric.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of the rows of a batch.
 *
 * <p><b>Shape</b>: one prediction a row. <b>Units</b>: the contract's output unit.
 *
 * @param bounds the intervals around them; null for a model that has none
 */
public record Predictions(double[] prediction, @Nullable Bounds bounds) {}
