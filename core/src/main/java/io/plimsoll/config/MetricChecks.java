package io.plimsoll.config;

import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A metric must fit the task. */
final class MetricChecks {
    private MetricChecks() {}

    /** Checks a metric, or each of a list of metrics. */
    static void checkTask(Parts parts, String key, Task task, Faults faults) {
        List<Node> nodes = parts.at(key) instanceof Scalar ? List.of(parts.at(key)) : parts.itemsAt(key);
        for (Node node : nodes) {
            bound(parts, key, node)
                    .filter(known -> known.task() != task)
                    .ifPresent(known -> faults.add(
                            node,
                            known.label() + " is a metric for " + label(known.task()) + ", and this is " + label(task),
                            "one of: " + labels(task)));
        }
    }

    /** What a node was read as; empty if it was not a metric. */
    private static Optional<Metric> bound(Parts parts, String key, Node node) {
        List<?> all = parts.get(key, Metric.class)
                .<List<?>>map(List::of)
                .or(() -> parts.get(key, List.class).map(list -> (List<?>) list))
                .orElse(List.of());
        return all.stream()
                .filter(Metric.class::isInstance)
                .map(Metric.class::cast)
                .filter(metric -> node instanceof Scalar scalar && scalar.text().equals(metric.label()))
                .findFirst();
    }

    static String label(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private static String labels(Task task) {
        return StandardMetric.of(task).stream().map(Metric::label).collect(Collectors.joining(", "));
    }
}
