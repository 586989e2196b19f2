package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two runs is said, and nothing else. */
class RunsDiffTest {
    @TempDir
    Path project;

    private Terminal terminal;
    private String first;

    @BeforeEach
    void train() {
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
        first = run();
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        assertThat(terminal.type("runs", "diff", first, first).exits(0).out()).startsWith("no difference");
        JsonNode data = diff(first, first);
        assertThat(data.get("same").asBoolean()).isTrue();
        assertThat(data.get("config")).isEmpty();
    }

    @Test
    void aSettingShowsWithItsKeyAndBothValues() {
        String second = run("--set", "models.ACTIVATION.settings.trees=100");

        JsonNode data = diff(first, second);
        assertThat(data.get("config").toString())
                .isEqualTo("[{\"from\":\"250\",\"name\":\"models.ACTIVATION.settings.trees\",\"to\":\"100\"}]");
        assertThat(data.get("same_holdout").asBoolean()).isTrue();
        assertThat(data.get("files")).isEmpty();
        assertThat(data.at("/metrics/auc/first/low").isNumber()).isTrue();
        assertThat(data.get("facts").findValuesAsText("name"))
                .contains("model_sha256")
                .doesNotContain("dataset");
        assertThat(terminal.type("runs", "diff", first, second).exits(0).out())
                .containsPattern("models.ACTIVATION.settings.trees +250 +100")
                .contains("both were judged on the same rows")
                .doesNotContain("datasets diff");
    }

    @Test
    void otherDataShowAsFilesAndDatasetVersions() throws IOException {
        List<String> lines = Files.readAllLines(project.resolve("data/lung_sites.csv"));
        Files.write(project.resolve("fewer.csv"), lines.subList(0, lines.size() - 300));

        String second = run("--data", "sites=fewer.csv");
        assertThat(terminal.type("runs", "diff", first, second).exits(0).out())
                .contains("sites: fewer.csv", "sites: lung_sites.csv", "`plimsoll datasets diff lung@1 lung@2`")
                .contains("each was judged on rows of its own");
        assertThat(diff(first, second).get("same_holdout").asBoolean()).isFalse();
    }

    @Test
    void anUnknownRunIsNamed() {
        assertThat(terminal.type("runs", "diff", first, "r-none").exits(2).err())
                .startsWith("error[UNKNOWN_RUN]: there is no run 'r-none'")
                .contains("help: ");
    }

    private JsonNode diff(String one, String other) {
        return terminal.type("--json", "runs", "diff", one, other).exits(0).json();
    }

    private String run(String... options) {
        String[] arguments = Stream.concat(Stream.of("--json", "train", "lung"), Stream.of(options))
                .toArray(String[]::new);
        return terminal.type(arguments).json().get("run").asText();
    }
}
