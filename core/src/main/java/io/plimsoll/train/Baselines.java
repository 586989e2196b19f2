package io.plimsoll.train;

import io.plimsoll.metric.Baseline;

/** The naive models, fitted on training rows. */
final class Baselines {
    private Baselines() {}

    static Baseline of(EncodedRows training) {
        return new Baseline(
                WeightedCentre.mean(training.target(), training.weight()),
                WeightedCentre.median(training.target(), training.weight()));
    }
}
