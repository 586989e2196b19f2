package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainer of the user's own, from a jar that the project pins. */
class PluginTest {
    @TempDir
    Path project;

    private Terminal terminal;
    private String sha256;

    @BeforeEach
    void makeAProject() throws IOException {
        SampleProject.writeTo(project);
        sha256 = ExamplePlugin.build(project);
        terminal = new Terminal(project);
        Path config = project.resolve("indications/lung.yml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("trainer: gradient-boosted-trees", "trainer: stump")
                        .replace(
                                "settings: {trees: 250, depth: 4, learning_rate: 0.05, l2: 1}", "settings: {rate: 0.9}")
                        .replace("at_least: 0.65", "at_least: 0.5"));
        pin("sha256: " + sha256);
    }

    @Test
    void trainsAModelWhoseLineageHasTheHashOfTheJar() {
        JsonNode run = terminal.type("train", "lung", "--json").exits(0).json();

        assertThat(run.get("outcome").asText()).isEqualTo("REGISTERED");
        JsonNode version = terminal.type("models", "show", "lung-activation@1", "--json")
                .exits(0)
                .json();
        assertThat(version.toString()).contains("\"library.plugin.stump\":\"" + sha256 + "\"");
        assertThat(terminal.type("models", "verify").exits(0).out()).isNotEmpty();
        assertThat(terminal.type("models", "rebuild", "lung-activation")
                        .exits(0)
                        .out())
                .startsWith("IDENTICAL");
    }

    @Test
    void anotherJarOfTheSameTrainerTrainsAgain() throws IOException {
        terminal.type("train", "lung").exits(0);
        String other = ExamplePlugin.trainer().replace("One question", "A question");
        pin("sha256: " + ExamplePlugin.build(project.resolve("plugins/stump.jar"), other));

        JsonNode run = terminal.type("train", "lung", "--json").exits(0).json();

        JsonNode steps = terminal.type("runs", "why", run.get("run").asText(), "--json")
                .exits(0)
                .json()
                .get("steps");
        assertThat(steps.get(4).get("status").asText()).isEqualTo("REUSED");
        assertThat(steps.get(5).get("status").asText()).isEqualTo("RAN");
        assertThat(steps.get(5).get("reasons").toString()).contains("plugins.plugins/stump.jar changed");
    }

    @Test
    void isShownWithItsSettingsAndWhereItCameFrom() {
        assertThat(terminal.type("trainers", "list").exits(0).out())
                .contains("stump", "One question about one feature (plugins/stump.jar)");
        assertThat(terminal.type("trainers", "show", "stump").exits(0).out())
                .contains("rate", "How far the two sides are moved apart");
        assertThat(terminal.type("doctor").exits(0).out())
                .contains("plugin plugins/stump.jar  sha256 " + sha256 + "  trainers: stump  metrics: within_twofold");
        assertThat(terminal.type("doctor", "--json")
                        .exits(0)
                        .json()
                        .at("/plugins/0/trainers/0")
                        .asText())
                .isEqualTo("stump");
    }

    @Test
    void aMetricOfItsOwnIsMeasuredWithAnIntervalAndJudgedBy() throws IOException {
        Path config = project.resolve("indications/lung.yml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("{metric: wape, at_most: 0.75}", "{metric: within_twofold, at_least: 0.1}")
                        .replace("metric: wape\n", "metric: within_twofold\n"));

        JsonNode run = terminal.type("train", "lung", "ENROLLMENT", "--json").json();

        JsonNode measured = run.at("/metrics/within_twofold");
        assertThat(measured.get("value").asDouble()).isBetween(0.1, 1.0);
        assertThat(measured.get("low").asDouble())
                .isLessThan(measured.get("value").asDouble());
        assertThat(run.at("/verdict/rules").findValuesAsText("metric")).contains("within_twofold");
        assertThat(terminal.type("check", "lung").out()).contains("within_twofold");
    }

    @Test
    void itsSettingsAreCheckedWhereTheyStand() throws IOException {
        Path config = project.resolve("indications/lung.yml");
        Files.writeString(config, Files.readString(config).replace("rate: 0.9", "rate: 2"));

        assertThat(terminal.type("check", "lung").exits(2).err())
                .contains(
                        "models.ACTIVATION.settings.rate: must be more than 0 and at most 1, is '2', indications/lung.yml:");
    }

    @Test
    void aJarThatIsNotPinnedIsRefusedWithTheHashToWrite() throws IOException {
        pin("");

        assertThat(terminal.type("check", "lung").exits(2).err())
                .isEqualTo("error[PLUGIN_REFUSED]: the jar is not pinned, plimsoll.yml, plugins, plugins/stump.jar\n"
                        + "help: if you trust it, write 'sha256: " + sha256 + "' beside it\n");
    }

    @Test
    void aJarThatWasExchangedIsRefusedAndNothingOfItIsRun() throws IOException {
        ExamplePlugin.build(project.resolve("plugins/stump.jar"), """
                package org.example;
                public final class StumpTrainer {
                    static { System.exit(7); }
                }
                """);

        assertThat(terminal.type("train", "lung").exits(2).err())
                .startsWith("error[PLUGIN_REFUSED]: the jar is not the one that was pinned");
    }

    @Test
    void aJarWithoutATrainerOrWithABrokenOneIsRefused() throws IOException {
        Path jar = project.resolve("plugins/stump.jar");
        pin("sha256: " + ExamplePlugin.build(jar, "package org.example; public final class StumpTrainer {}"));

        assertThat(terminal.type("trainers", "list").exits(2).err())
                .startsWith("error[PLUGIN_REFUSED]: a class of the jar cannot be loaded (ServiceConfigurationError)");

        Files.delete(jar);
        assertThat(terminal.type("trainers", "list").exits(2).err())
                .startsWith("error[PLUGIN_REFUSED]: there is no such file");
    }

    @Test
    void aTrainerThatFailsFailsItsRunAlone() throws IOException {
        Path jar = project.resolve("plugins/stump.jar");
        String source = ExamplePlugin.trainer();
        String failing = source.replace(
                "        control.progress().done(1, 1);",
                "        if (true) throw new IllegalStateException(\"secret\");");
        pin("sha256: " + ExamplePlugin.build(jar, failing));

        Terminal.Answer answer = terminal.type("train", "lung").exits(1);

        assertThat(answer.err())
                .contains("the trainer stump of plugins/stump.jar failed (IllegalStateException)")
                .doesNotContain("secret");
    }

    @Test
    void aModelThatCannotPredictIsItsTrainersFault() throws IOException {
        Path jar = project.resolve("plugins/stump.jar");
        String failing = ExamplePlugin.trainer()
                .replace("float[] predictions = new float[rows];", "float[] predictions = new float[rows + 1];");
        pin("sha256: " + ExamplePlugin.build(jar, failing));

        assertThat(terminal.type("train", "lung").exits(1).err())
                .contains(
                        "error[TRAINING_FAILED]: the trainer stump of plugins/stump.jar failed (IllegalStateException)");
    }

    private void pin(String hash) throws IOException {
        Files.writeString(project.resolve("plimsoll.yml"), "plugins:\n  - {jar: plugins/stump.jar, " + hash + "}\n");
    }
}
