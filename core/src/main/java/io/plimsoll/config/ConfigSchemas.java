package io.plimsoll.config;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.bind.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON Schemas that let an editor complete and check config files while they are written. */
public final class ConfigSchemas {
    private ConfigSchemas() {}

    /**
     * The schemas as indented JSON, by the name of their file.
     *
     * @param trainers settings records by the trainer's short name
     */
    public static SortedMap<String, String> files(Map<String, Class<? extends Record>> trainers) {
        var grammar = ConfigGrammar.of(trainers, List.of());
        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                "plimsoll.schema.json",
                CanonicalJson.indented(JsonSchema.of(ProjectConfig.class, "plimsoll.yml", grammar)));
        files.put(
                "indication.schema.json",
                CanonicalJson.indented(JsonSchema.of(IndicationConfig.class, "indications/*.yml", grammar)));
        return files;
    }
}
