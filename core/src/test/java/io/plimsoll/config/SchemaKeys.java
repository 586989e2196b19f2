package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a schema describes, wherever they stand. */
final class SchemaKeys {
    private SchemaKeys() {}

    static Set<String> of(String schemaFile) throws IOException {
        return of(schemaFile, SampleTrainers.ALL);
    }

    static Set<String> of(String schemaFile, Map<String, Class<? extends Record>> trainers) throws IOException {
        String schema = ConfigSchemas.files(trainers).getOrDefault(schemaFile, "{}");
        Set<String> keys = new TreeSet<>();
        for (JsonNode properties : CanonicalJson.read(schema, JsonNode.class).findValues("properties")) {
            properties.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }
}
