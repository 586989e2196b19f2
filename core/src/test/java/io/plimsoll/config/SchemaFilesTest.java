package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas for editors; {@code -Dplimsoll.golden=write} writes them to {@code docs/schema}. */
class SchemaFilesTest {

    static List<Path> good() throws IOException {
        return Golden.files("good", ".yml");
    }

    @Test
    void theCommittedSchemasAreThoseOfTheRecords() throws IOException {
        for (Map.Entry<String, String> schema :
                ConfigSchemas.files(SampleTrainers.BUILT_IN).entrySet()) {
            Golden.assertHolds(Path.of("../docs/schema").resolve(schema.getKey()), schema.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatTheLoaderTakesTheSchemaTakes(Path file) throws IOException {
        assertThat(indicationSchema().faults(YamlAsJson.read(Files.readString(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsStoredFitsTheSchemaToo(Path file) throws IOException {
        JsonNode stored = CanonicalJson.read(Files.readString(Golden.beside(file, ".json")), JsonNode.class);

        assertThat(indicationSchema().faults(stored)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09-unknown-keys", "10-wrong-types", "11-unknown-words", "23-bad-names", "26-split", "28-empty-path",
                "29-unknown-trainer", "30-settings", "31-no-rules", "33-missing-keys", "43-no-models",
                        "44-numbers-as-text"
            })
    void whatTheLoaderRefusesForItsFormTheSchemaRefuses(String bad) throws IOException {
        String yaml = Files.readString(Golden.file("bad/" + bad + ".yml"));

        assertThat(indicationSchema().faults(YamlAsJson.read(yaml))).isNotEmpty();
    }

    @Test
    void aProjectFileFitsItsSchema() throws IOException {
        SmallValidator schema = new SmallValidator(schema("plimsoll.schema.json"));
        String good =
                "workspace: x\nengine: local\nlimits: {threads: 2, memory: 4GB}\nprofiles: {dev: {limits: {threads: 1}}}\n";

        assertThat(schema.faults(YamlAsJson.read(good))).isEmpty();
        assertThat(schema.faults(YamlAsJson.read("engine: spark\n"))).containsExactly("$.engine: enum");
        assertThat(schema.faults(YamlAsJson.read("limits: {memory: 4}\n"))).isNotEmpty();
    }

    private static SmallValidator indicationSchema() throws IOException {
        return new SmallValidator(schema("indication.schema.json"));
    }

    private static JsonNode schema(String name) throws IOException {
        return CanonicalJson.read(ConfigSchemas.files(SampleTrainers.ALL).getOrDefault(name, ""), JsonNode.class);
    }
}
