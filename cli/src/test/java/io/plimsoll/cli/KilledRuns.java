package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed before or after each step, and a run that goes on with what it left. */
abstract class KilledRuns {
    /** What the password of the database is read from, where there is one. */
    static final Map<String, String> ENVIRONMENT = Map.of("RESULTS", "secret");

    private static final int MINUTES = 5;

    @TempDir
    private static Path undisturbed;

    private static String expected = "";

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeAll
    static void trainUndisturbed() throws IOException {
        Rounds.onFirstJdkOnly();
        write(undisturbed);
        expected = new Terminal(undisturbed)
                .type("train", "lung", "--json")
                .exits(0)
                .json()
                .get("model_sha256")
                .asText();
    }

    /** Around every step in {@code --full}; the same aborts without a process of their own are in {@code AbortedRunTest}. */
    static Stream<StepName> steps() {
        return Boolean.getBoolean("plimsoll.full")
                ? RunKind.TRAINING.steps().stream()
                : Stream.of(StepName.TRAIN, StepName.REGISTER);
    }

    @BeforeEach
    void writeProject() throws IOException {
        write(project);
        place(project);
        terminal = new Terminal(project, ENVIRONMENT);
    }

    /** Says in a project where its workspace is. */
    abstract void place(Path folder) throws IOException;

    @AfterEach
    void theWorkspaceKeepsItsPromises() {
        terminal.type("doctor").exits(0);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void beforeAStep(StepName step) throws IOException, InterruptedException {
        String killed = kill(step, "before");

        assertGoesOn(killed, step.number() - 1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void afterAStep(StepName step) throws IOException, InterruptedException {
        String killed = kill(step, "after");

        if (step == StepName.REGISTER) {
            assertThat(terminal.type("runs", "resume", killed).exits(2).err())
                    .isEqualTo("error[NOT_RESUMABLE]: it has come to its end, run " + killed
                            + "\nhelp: `plimsoll train lung ACTIVATION` reuses whatever has not changed since\n");
            assertThat(version()).isEqualTo(expected);
        } else {
            assertGoesOn(killed, step.number());
        }
    }

    /** @param finished steps that the killed run had taken */
    private void assertGoesOn(String killed, int finished) {
        JsonNode next =
                terminal.type("--json", "runs", "resume", killed).exits(0).json();

        assertThat(next.get("code").asText()).isEqualTo("FIRST_VERSION");
        assertThat(next.get("model_sha256").asText()).isEqualTo(expected);
        assertThat(next.get("run").asText()).isNotEqualTo(killed);
        assertThat(version()).isEqualTo(expected);
        JsonNode runs = terminal.type("--json", "runs", "list").exits(0).json().get("runs");
        assertThat(runs).hasSize(2);
        assertThat(runs.findValuesAsText("experiment")).containsOnly("killed");
        assertThat(runs.findValuesAsText("status")).containsExactlyInAnyOrder("FAILED", "SUCCEEDED");
        JsonNode why = terminal.type("--json", "runs", "why", next.get("run").asText())
                .exits(0)
                .json()
                .get("steps");
        List<String> reused = RunKind.TRAINING.steps().subList(0, finished < 3 ? 0 : finished).stream()
                .map(StepName::name)
                .toList();
        assertThat(why)
                .filteredOn(step -> step.get("status").asText().equals("REUSED"))
                .extracting(step -> step.get("step").asText())
                .containsExactlyElementsOf(reused);
        assertThat(why)
                .filteredOn(step -> step.has("from"))
                .extracting(step -> step.get("from").asText())
                .allMatch(killed::equals);
    }

    private String version() {
        JsonNode versions = terminal.type("--json", "models", "show", "lung-activation@1")
                .exits(0)
                .json();
        return versions.findValuesAsText("model_sha256").get(0);
    }

    /** @return the run's id */
    private String kill(StepName step, String moment) throws IOException, InterruptedException {
        Path err = project.resolve("killed.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                project.toString(),
                step.label(),
                moment);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().putAll(ENVIRONMENT);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(err.toFile()).start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(137);
        return terminal.type("--json", "runs", "list")
                .exits(0)
                .json()
                .at("/runs/0/run")
                .asText();
    }

    private static void write(Path folder) throws IOException {
        SampleProject.writeTo(folder);
        Path config = folder.resolve("indications/lung.yml");
        Files.writeString(config, Files.readString(config).replace("trees: 250", "trees: 30"));
    }
}
