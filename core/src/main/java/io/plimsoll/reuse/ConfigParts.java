package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.RuleConfig;
import io.plimsoll.config.TrainerSettings;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.step.StepName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which of a model type's config keys each step follows. */
final class ConfigParts {
    /** By step, the keys of a model type. What {@code read} follows is said by {@link #source}, and {@code register} has no key. */
    static final Map<StepName, List<String>> KEYS = Map.of(
            StepName.PREPROCESS, List.of("data.query", "data.key"),
            StepName.VALIDATE,
                    List.of(
                            "data.key",
                            "data.group",
                            "data.columns",
                            "data.rules",
                            "data.min_labelled",
                            "data.min_per_class",
                            "data.drift",
                            "split",
                            "features",
                            "target",
                            "train_where",
                            "task",
                            "target_scale",
                            "guardrail.accept",
                            "guardrail.suspicious"),
            StepName.SPLIT, List.of("data.key", "data.group", "split", "target", "train_where", "task"),
            StepName.TRANSFORM, List.of("features", "target_scale", "weight"),
            StepName.TRAIN, List.of("data.query", "trainer", "settings", "seed", "calibrate", "intervals", "threshold"),
            StepName.EVALUATE,
                    List.of(
                            "metric",
                            "also_report",
                            "weight",
                            "guardrail.accept",
                            "guardrail.max_zero_share",
                            "guardrail.min_groups",
                            "guardrail.min_groups_of_rarer_class",
                            "guardrail.rules",
                            "guardrail.suspicious",
                            "guardrail.when_inconclusive"));

    /** Of a source, what says where it is and not how it is read, and what becomes of it afterwards. */
    private static final List<String> PLACES = List.of("path", "database", "table", "query", "reference");

    private final ModelConfig model;
    private final JsonNode json;

    ConfigParts(IndicationConfig config, String modelType) {
        this.model = config.model(modelType);
        this.json = config.modelJson(modelType);
    }

    /** Of a step's keys those that are given, by the name of their key. */
    Map<String, JsonNode> of(StepName step) {
        Map<String, JsonNode> parts = new TreeMap<>();
        for (String key : Objects.requireNonNull(KEYS.get(step), "a step that follows the config")) {
            JsonNode value = json.at("/" + key.replace('.', '/'));
            if (!value.isMissingNode()) {
                parts.put(key, value);
            }
        }
        return parts;
    }

    /** What checks of the data read of the trainer's settings and of the guardrail's rules, and no more of them. */
    Map<String, Object> checked() {
        Map<String, Object> parts = new TreeMap<>();
        if (model.settings() instanceof TrainerSettings settings) {
            parts.put("targets of the trainer", settings.targets(model.task()).toString());
        }
        parts.put(
                "judged by poisson_deviance",
                model.metric() == StandardMetric.POISSON_DEVIANCE
                        || model.guardrail().rules().stream()
                                .anyMatch(rule -> rule.metric() == StandardMetric.POISSON_DEVIANCE));
        parts.put(
                "slices",
                model.guardrail().rules().stream()
                        .map(RuleConfig::slice)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
        return parts;
    }

    /** How a source is read, wherever it lies. */
    JsonNode source(String name) {
        JsonNode source = json.path("data").path("sources").path(name);
        return source instanceof ObjectNode object ? object.deepCopy().without(PLACES) : source;
    }
}
