package org.example;

import io.plimsoll.metric.MetricDefinition;
import io.plimsoll.metric.Task;

/** The share of rows that are predicted within half and twice of what came true. */
public final class WithinTwofold implements MetricDefinition {
    @Override public String name() { return "within_twofold"; }

    @Override public String description() { return "Share of rows predicted within half and twice of what came true"; }

    @Override public Task task() { return Task.REGRESSION; }

    @Override public boolean higherIsBetter() { return true; }

    @Override public double least() { return 0; }

    @Override public double most() { return 1; }

    @Override public int sums() { return 2; }

    @Override public void terms(double target, double prediction, double[] terms) {
        terms[0] = prediction >= target / 2 && prediction <= target * 2 ? 1 : 0;
        terms[1] = 1;
    }

    @Override public double of(double[] sums) { return sums[0] / sums[1]; }
}
