package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.bind.JsonForm;
import java.util.List;
import java.util.Map;

/** The parts of a model type's config that shape the model itself. */
final class TrainingParts {
    private static final List<String> OF_MODEL = List.of(
            "split",
            "features",
            "target",
            "train_where",
            "task",
            "target_scale",
            "weight",
            "trainer",
            "settings",
            "seed",
            "calibrate",
            "intervals");
    private static final List<String> OF_DATA = List.of("query", "key", "group");

    /** Keys that came later, with what they mean where they are left out: a digest from before is that of the same model still. */
    private static final Map<String, Map<String, String>> CAME_LATER = Map.of(
            "", Map.of("calibrate", "none"),
            "features",
                    Map.of("encode", "{}", "order", "{}", "rescale", "{}", "min_level_rows", "1", "smoothing", "20.0"),
            "settings", Map.of("tweedie_power", "1.5", "class_weight", "none", "monotone", "{}"));

    private TrainingParts() {}

    static String digest(ModelConfig model, String registeredName) {
        JsonNode all = new JsonForm(ConfigGrammar.forWriting()).of(model);
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        parts.put("model", registeredName);
        copy(OF_MODEL, all, parts);
        if (parts.get("split") instanceof ObjectNode split) {
            // how few groups may be parted does not change how they are
            parts.set("split", split.deepCopy().without("min_groups"));
        }
        copy(OF_DATA, all.path("data"), parts.putObject("data"));
        leaveOutWhatCameLater(parts);
        return CanonicalJson.sha256(parts);
    }

    private static void leaveOutWhatCameLater(ObjectNode parts) {
        CAME_LATER.forEach((section, keys) -> {
            JsonNode place = section.isEmpty() ? parts : parts.path(section);
            if (place instanceof ObjectNode object) {
                ObjectNode left = section.isEmpty() ? object : object.deepCopy();
                keys.forEach((key, usual) -> {
                    JsonNode value = left.path(key);
                    if (usual.equals(value.isValueNode() ? value.asText() : value.toString())) {
                        left.remove(key);
                    }
                });
                if (!section.isEmpty()) {
                    parts.set(section, left);
                }
            }
        });
    }

    private static void copy(List<String> keys, JsonNode from, ObjectNode to) {
        keys.stream().filter(from::has).forEach(key -> to.set(key, from.get(key)));
    }
}
