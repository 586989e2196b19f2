package io.plimsoll.plugin;

import io.plimsoll.metric.SumMetric;

/** The sums of a metric from a jar, whose failures are told as its own. */
record PluginSums(Blame blame, SumMetric rest) implements SumMetric {
    @Override
    public int sums() {
        return blame.called(rest::sums);
    }

    @Override
    public void terms(double target, double prediction, double[] terms) {
        blame.called(() -> {
            rest.terms(target, prediction, terms);
            return terms;
        });
    }

    @Override
    public double of(double[] sums) {
        return blame.called(() -> rest.of(sums));
    }
}
