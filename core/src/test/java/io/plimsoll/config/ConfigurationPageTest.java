package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that explains every key: it leaves none out, and its examples are read as they stand. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| `([^`]*)` \\|");
    private static final Pattern NAME = Pattern.compile("indication: (\\S+)");

    @TempDir
    Path dir;

    @Test
    void everyKeyIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>();
        for (String file : ConfigSchemas.files(SampleTrainers.BUILT_IN).keySet()) {
            SchemaKeys.of(file, SampleTrainers.BUILT_IN).stream()
                    .filter(key -> !page.contains("| `" + key + "` |"))
                    .forEach(missing::add);
        }

        assertThat(missing).as("keys without a row in docs/configuration.md").isEmpty();
    }

    @Test
    void everyDefaultIsTheOneOfTheRecords() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " = " + row.group(2).replace(" ", ""))
                .toList();
        List<String> missing = new ArrayList<>();
        for (String schema : ConfigSchemas.files(SampleTrainers.BUILT_IN).values()) {
            for (JsonNode properties :
                    CanonicalJson.read(schema, JsonNode.class).findValues("properties")) {
                properties.properties().forEach(property -> {
                    String text = property.getValue().path("default").toString().replace("\"", "");
                    String row = property.getKey() + " = " + text;
                    if (property.getValue().has("default") && !rows.contains(row)) {
                        missing.add(row);
                    }
                });
            }
        }

        assertThat(missing)
                .as("defaults that docs/configuration.md says otherwise")
                .isEmpty();
    }

    @Test
    void theExamplesAreReadAsTheyStand() throws IOException {
        ConfigLoader loader = new ConfigLoader(SampleTrainers.BUILT_IN);
        int indications = 0;
        int projects = 0;
        Matcher examples = EXAMPLE.matcher(Files.readString(PAGE));
        while (examples.find()) {
            Matcher name = NAME.matcher(examples.group(1));
            if (name.find()) {
                new ProjectFolder(dir).indication(name.group(1), examples.group(1));
                assertThat(loader.load(dir, name.group(1), Overrides.none()).models())
                        .isNotEmpty();
                indications++;
            } else if (examples.group(1).startsWith("workspace:")) {
                new ProjectFolder(dir).project(examples.group(1));
                assertThat(loader.project(dir, "prod", Map.of("PLIMSOLL_HOME", "/srv/plimsoll"))
                                .limits()
                                .threads())
                        .isEqualTo(16);
                projects++;
            }
        }

        assertThat(indications).isGreaterThanOrEqualTo(3);
        assertThat(projects).isEqualTo(1);
    }
}
