package io.plimsoll.evaluate;

import io.plimsoll.fault.Fault;
import io.plimsoll.metric.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is found of a model before anybody judges it: no rule and no opponent has a part in it.
 *
 * @param metrics every one of the task, and those that the config names
 * @param alone what each feature reaches by itself, as far as it has a value
 * @param yardsticks what metrics need beside the rows
 * @param warnings about how it was measured
 */
record Measurement(
        Evaluation.Subject subject,
        Map<Metric, Measured> metrics,
        SortedMap<String, Double> alone,
        Yardsticks yardsticks,
        List<Fault> warnings) {
    Measurement {
        metrics = Map.copyOf(metrics);
        alone = Collections.unmodifiableSortedMap(new TreeMap<>(alone));
        warnings = List.copyOf(warnings);
    }
}
