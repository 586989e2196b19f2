package io.plimsoll.evaluate;

import io.plimsoll.interval.Estimate;
import io.plimsoll.interval.Interval;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A metric on the holdout, or on other rows.
 *
 * @param interval 95 %, over groups; absent where the metric has no value, or none on too many resamples
 */
public record Measured(Reading reading, @Nullable Interval interval) {
    static Measured of(Candidate candidate, Metric metric) {
        return of(candidate.metering(), metric);
    }

    /** The same on any rows with what is true of them. */
    public static Measured of(Metering metering, Metric metric) {
        Reading reading = metering.read(metric);
        return new Measured(
                reading,
                reading.isDefined()
                        ? Bench.RESAMPLING
                                .of(metering, metric)
                                .map(Estimate::interval)
                                .orElse(null)
                        : null);
    }
}
