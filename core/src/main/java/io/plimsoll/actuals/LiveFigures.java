package io.plimsoll.actuals;

import io.plimsoll.evaluate.Measured;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How good predictions were for some rows.
 *
 * @param groups that the rows lie in
 * @param positives rows of class 1; absent for regression
 * @param metrics by name
 */
public record LiveFigures(long rows, long groups, @Nullable Long positives, SortedMap<String, LiveMetric> metrics) {
    public LiveFigures {
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    /** @param metrics at least one, all of one task */
    public static LiveFigures of(Metering metering, List<Metric> metrics) {
        SortedMap<String, LiveMetric> values = new TreeMap<>();
        metrics.forEach(metric -> values.put(metric.label(), LiveMetric.of(Measured.of(metering, metric))));
        boolean classes = metrics.get(0).task() == Task.CLASSIFICATION;
        Long positives = classes
                ? (Long) Arrays.stream(metering.rows().target())
                        .filter(y -> y == 1)
                        .count()
                : null;
        return new LiveFigures(metering.rows().rows(), metering.rows().groups(), positives, values);
    }
}
