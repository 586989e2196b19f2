package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run left, damaged or removed before another would use it: then the step is taken, and nothing comes of the damage. */
class DamagedResultTest {
    @TempDir
    Path project;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    private Terminal terminal;
    private JsonNode first;

    /** A rehearsal registers nothing, so that nothing refers to what it leaves. */
    @BeforeEach
    void rehearse() throws IOException {
        SampleProject.writeTo(project);
        Path config = project.resolve("indications/lung.yml");
        String yaml = Files.readString(config).replace("trees: 250", "trees: 30");
        Files.writeString(config, yaml.replace("guardrail:\n", "guardrail:\n      mode: rehearse\n"));
        terminal = new Terminal(project);
        first = terminal.type("--json", "train", "lung").exits(0).json();
        Files.writeString(config, yaml);
    }

    @Test
    void aModelWithAFlippedBitIsTrainedAgain() throws IOException {
        flip(newest("models", "model.onnx"));

        assertTaken(List.of("TRAIN", "REGISTER"), "TRAIN", "the model that it made is gone or damaged");
    }

    @Test
    void aModelThatIsGoneIsTrainedAgain() throws IOException {
        remove(Objects.requireNonNull(newest("models", "model.onnx").getParent()));

        assertTaken(List.of("TRAIN", "REGISTER"), "TRAIN", "the model that it made is gone or damaged");
    }

    @Test
    void evidenceWithAFlippedBitIsMadeAgain() throws IOException {
        flip(newest("runs", "holdout.csv"));

        assertTaken(
                List.of("EVALUATE", "REGISTER"),
                "EVALUATE",
                "the evidence of its result in " + first.get("run").asText() + " is gone or damaged");
    }

    @Test
    void rowsThatAreGoneAreReadAndKeptAgain() throws IOException {
        remove(Objects.requireNonNull(newest("datasets", "data.parquet").getParent()));

        assertTaken(
                List.of("READ", "PREPROCESS", "VALIDATE", "REGISTER"),
                "PREPROCESS",
                "the rows that it made are not kept");
    }

    private void assertTaken(List<String> steps, String step, String reason) {
        JsonNode run = Terminal.later(project, Map.of())
                .type("--json", "train", "lung")
                .exits(0)
                .json();

        assertThat(run.get("code").asText()).isEqualTo("FIRST_VERSION");
        assertThat(run.get("model_sha256")).isEqualTo(first.get("model_sha256"));
        assertThat(run.get("metrics")).isEqualTo(first.get("metrics"));
        JsonNode why = terminal.type("--json", "runs", "why", run.get("run").asText())
                .exits(0)
                .json()
                .get("steps");
        assertThat(why)
                .filteredOn(one -> one.get("status").asText().equals("RAN"))
                .extracting(one -> one.get("step").asText())
                .containsExactlyElementsOf(steps);
        assertThat(why)
                .filteredOn(one -> one.get("step").asText().equals(step))
                .extracting(one -> one.at("/reasons/0").asText())
                .containsExactly(reason);
        terminal.type("doctor").exits(0);
    }

    private Path newest(String kind, String name) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve(".plimsoll").resolve(kind))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
