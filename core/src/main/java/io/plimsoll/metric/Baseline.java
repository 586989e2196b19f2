package io.plimsoll.metric;

/**
 * What the training rows alone say of the target: the naive models, and the yardstick of {@code mae_skill}. Weighted as the rows are.
 *
 * @param mean of the target; for a 0/1 target the share of positive rows
 * @param median smallest value with at least half of the weight at or below it
 */
public record Baseline(double mean, double median) {}
