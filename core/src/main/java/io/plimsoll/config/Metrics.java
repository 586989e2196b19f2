package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics as config files name them. */
final class Metrics {
    private Metrics() {}

    /** @param own those that plugins bring */
    static ValueType<Metric> valueType(List<? extends Metric> own) {
        Map<String, Metric> byLabel = new LinkedHashMap<>();
        for (Metric metric : StandardMetric.values()) {
            byLabel.put(metric.label(), metric);
        }
        own.forEach(metric -> byLabel.put(metric.label(), metric));
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        byLabel.keySet().forEach(schema.putArray("enum")::add);
        ValueType.Reader<Metric> reader = scalar -> {
            Metric metric = byLabel.get(scalar.text());
            if (metric == null) {
                throw new Misfit(scalar.shown() + " is not a metric" + NearMatch.hint(scalar.text(), byLabel.keySet()));
            }
            return metric;
        };
        return new ValueType<>(
                Metric.class,
                reader,
                metric -> TextNode.valueOf(metric.label()),
                schema,
                "one of: " + String.join(", ", byLabel.keySet()));
    }
}
