package io.plimsoll.plugin;

import io.plimsoll.metric.OwnMetric;
import io.plimsoll.train.Trainer;
import java.util.List;

/**
 * One jar that was loaded.
 *
 * @param jar as the project names it
 * @param sha256 of the bytes that were loaded
 * @param trainers that it brings
 * @param metrics that it brings
 */
public record Plugin(String jar, String sha256, List<Trainer<?>> trainers, List<OwnMetric> metrics) {
    public Plugin {
        trainers = List.copyOf(trainers);
        metrics = List.copyOf(metrics);
    }
}
