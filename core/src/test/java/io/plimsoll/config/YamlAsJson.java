package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as an editor's schema checker sees it, read without our own reader. */
final class YamlAsJson {
    private YamlAsJson() {}

    static JsonNode read(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        Object tree = Objects.requireNonNull(new Load(settings).loadFromString(yaml));
        return new ObjectMapper().valueToTree(tree);
    }
}
