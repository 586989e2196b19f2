package io.plimsoll.interval;

import io.plimsoll.metric.DrawnMetric;
import io.plimsoll.metric.Draws;
import io.plimsoll.metric.Groups;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import java.util.Arrays;
import java.util.Optional;

/** A figure on grouped rows: what resampling needs to know of them. */
record Sample(Groups groups, Clusters clusters, DrawnMetric figure) {
    /** The metric of one model; it must have a value on these rows. */
    static Sample of(Metering rows, Metric metric) {
        Groups groups = Groups.of(rows.rows());
        return new Sample(groups, Clusters.of(rows.rows(), groups, metric.task()), rows.drawn(metric, groups));
    }

    /** The gain of a model over another on the same draws of the same rows. */
    static Sample of(Metering own, Metering other, Gain gain) {
        Sample sample = of(own, gain.metric());
        DrawnMetric theirs = other.drawn(gain.metric(), sample.groups);
        return new Sample(
                sample.groups, sample.clusters, draws -> gain.each(sample.figure.on(draws), theirs.on(draws)));
    }

    double value() {
        return figure.on(Draws.once(groups.count()))[0];
    }

    /** Empty where the figure has no value without some group: what hangs on one group cannot be said to vary. */
    Optional<Spread> spread(Scale scale) {
        double[] without = new Jackknife(groups, clusters.sizes()).values(figure);
        double[] onScale = Arrays.stream(without).map(scale.to()).toArray();
        if (clusters.groups() < 2 || !Arrays.stream(onScale).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        Spread spread = Spread.ofJackknife(onScale, clusters.groups());
        return Double.isFinite(spread.variance()) ? Optional.of(spread) : Optional.empty();
    }
}
