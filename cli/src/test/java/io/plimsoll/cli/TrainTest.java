package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the sample project. */
class TrainTest {
    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() {
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void theFirstRunRegistersTheSecondFindsTheSameAndAChangedOneIsJudgedAgainstTheFirst() {
        JsonNode first = terminal.type("train", "lung", "--json").exits(0).json();
        assertThat(first.get("outcome").asText()).isEqualTo("REGISTERED");
        assertThat(first.get("code").asText()).isEqualTo("FIRST_VERSION");
        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(first.at("/metrics/auc/value").asDouble()).isBetween(0.55, 0.95);
        assertThat(first.at("/verdict/rules/1/result").asText()).isEqualTo("NOT_APPLICABLE");

        JsonNode again = terminal.type("train", "lung", "--json").exits(0).json();
        assertThat(again.get("outcome").asText()).isEqualTo("NOT_REGISTERED");
        assertThat(again.get("code").asText()).isEqualTo("SAME_AS_VERSION");
        assertThat(again.get("version").asInt()).isEqualTo(1);
        assertThat(again.get("model_sha256")).isEqualTo(first.get("model_sha256"));

        Terminal.Answer changed =
                terminal.type("train", "lung", "--json", "--set", "models.ACTIVATION.settings.trees=300");
        JsonNode rule = changed.json().at("/verdict/rules/1");
        assertThat(rule.get("rule").asText()).isEqualTo("auc worse than champion by at most 0.01");
        assertThat(rule.at("/measure/opponent").asDouble())
                .isEqualTo(first.at("/metrics/auc/value").asDouble());
        assertThat(rule.at("/measure/dropped").asInt()).isZero();
        assertThat(changed.json().get("model_sha256")).isNotEqualTo(first.get("model_sha256"));
    }

    @Test
    void everyModelTypeComesToItsOwnEndAndOneTableShowsAll() {
        Terminal.Answer answer = terminal.type("train", "lung", "--all");

        assertThat(answer.out().lines().count()).isEqualTo(4);
        assertThat(answer.out()).contains("ACTIVATION", "NONENROLLMENT", "ENROLLMENT", "REGISTERED");
        assertThat(answer.err().lines()).anyMatch(line -> line.startsWith("ENROLLMENT  8/8 register"));
        assertThat(terminal.type("models", "list", "--json").exits(0).json().get("models"))
                .isNotEmpty();
    }

    @Test
    void aFaultOfOneModelTypeDoesNotStopTheOthers() throws IOException {
        replaceInConfig("target: NONENROLLMENT", "target: NONENROLMENT");

        Terminal.Answer answer =
                terminal.type("train", "lung", "--all", "--json").exits(2);

        JsonNode runs = answer.json().get("runs");
        assertThat(runs).hasSize(3);
        assertThat(runs.get(0).get("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(runs.get(1).get("status").asText()).isEqualTo("FAILED");
        assertThat(runs.get(2).get("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(answer.err())
                .contains("error[DATA_INVALID]: the modelling table has no column 'NONENROLMENT'"
                        + " (did you mean 'NONENROLLMENT'?), target");
    }

    @Test
    void aRefusedModelIsANormalEndWithWhatWouldHavePassed() throws IOException {
        replaceInConfig("{metric: auc, at_least: 0.65}", "{metric: auc, at_least: 0.9}");

        Terminal.Answer answer = terminal.type("train", "lung").exits(3);

        assertThat(answer.out()).startsWith("NOT_REGISTERED lung-activation (GUARDRAIL_NOT_MET)");
        assertThat(answer.out())
                .contains("the whole range misses the line", "auc of about 0.987 or more would have passed");
        assertThat(terminal.type("models", "list").exits(0).out()).startsWith("no models yet");
        assertThat(terminal.type("runs", "list", "--json")
                        .json()
                        .at("/runs/0/status")
                        .asText())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void aRehearsalSaysWhatWouldHaveBeenDecidedAndRegistersNothing() throws IOException {
        String before = "also_report: [log_loss, brier]\n    guardrail:\n";
        replaceInConfig(before, before + "      mode: rehearse\n");

        assertThat(terminal.type("train", "lung").exits(0).out())
                .startsWith("NOT_REGISTERED lung-activation (REHEARSAL, decision REGISTER)\n  a rehearsal registers");
        replaceInConfig("{metric: auc, at_least: 0.65}", "{metric: auc, at_least: 0.99}");
        JsonNode missed = terminal.type("train", "lung", "--json").exits(3).json();
        assertThat(missed.get("outcome").asText()).isEqualTo("NOT_REGISTERED");
        assertThat(missed.get("code").asText()).isEqualTo("REHEARSAL");
        assertThat(missed.get("decision").asText()).isEqualTo("REFUSE");
        assertThat(terminal.type("models", "list").exits(0).out()).startsWith("no models yet");
    }

    @Test
    void untilStopsAndShowsWhatTheStepMade() {
        Terminal.Answer answer =
                terminal.type("train", "lung", "--until", "transform").exits(0);

        assertThat(answer.out()).startsWith("transform: 4 numeric and 4 categorical columns become");
        assertThat(answer.out()).contains("\"phase=P3\"");
        assertThat(answer.err()).doesNotContain("6/8 train");
        JsonNode run = terminal.type("runs", "list", "--json").json().at("/runs/0");
        assertThat(run.get("code").asText()).isEqualTo("STOPPED_AT_STEP");
    }

    @Test
    void columnsAndRowsInAnotherOrderGiveTheSameModel() throws IOException {
        Path reordered = project.resolve("reordered.csv");
        Files.writeString(reordered, reordered(Files.readString(project.resolve("data/lung_sites.csv"))));

        JsonNode first = terminal.type("train", "lung", "--json").exits(0).json();
        JsonNode second = terminal.type("train", "lung", "--json", "--data", "sites=reordered.csv")
                .exits(0)
                .json();

        assertThat(second.get("model_sha256")).isEqualTo(first.get("model_sha256"));
        assertThat(second.get("dataset")).isEqualTo(first.get("dataset"));
        assertThat(second.get("code").asText()).isEqualTo("SAME_AS_VERSION");
    }

    @Test
    void aRunIsRememberedWithItsStepsAndFiles() {
        String id = terminal.type("train", "lung", "--json")
                .exits(0)
                .json()
                .get("run")
                .asText();

        Terminal.Answer shown = terminal.type("runs", "show", id).exits(0);
        assertThat(shown.out()).contains("REGISTERED lung-activation@1", "evaluate", "SUCCEEDED", "dataset  lung@1");
        assertThat(project.resolve(".plimsoll/runs/" + id + "/07-evaluate/holdout.csv"))
                .exists();

        Terminal.Answer version =
                terminal.type("models", "show", "lung-activation@champion").exits(0);
        assertThat(version.out())
                .contains("metric.auc", "dataset", "lung@1", "config_sha256", "experiment", "code_version", "java");
    }

    @Test
    void twoVersionsAreComparedSideBySide() throws IOException {
        replaceInConfig("worse_by_at_most: 0.01", "worse_by_at_most: 0.5");
        terminal.type("train", "lung").exits(0);
        terminal.type("train", "lung", "--set", "models.ACTIVATION.settings.trees=20")
                .exits(0);

        Terminal.Answer answer = terminal.type("models", "compare", "lung-activation@1", "lung-activation@2")
                .exits(0);

        assertThat(answer.out()).contains("measured on the same holdout rows", "auc", "training_config_sha256");
    }

    @Test
    void protectedSettingsCannotBeSet() {
        Terminal.Answer answer = terminal.type("train", "lung", "--set", "models.ACTIVATION.guardrail.rules=[]")
                .exits(2);

        assertThat(answer.err()).startsWith("error[PROTECTED_SETTING]");
        assertThat(project.resolve(".plimsoll")).doesNotExist();
    }

    private void replaceInConfig(String text, String replacement) throws IOException {
        Path config = project.resolve("indications/lung.yml");
        String before = Files.readString(config);
        assertThat(before).contains(text);
        Files.writeString(config, before.replace(text, replacement));
    }

    /** The same table with its columns reversed and its rows too; its fields hold no quoted commas but in the facility's name. */
    private static String reordered(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> rows = lines.subList(1, lines.size());
        return CsvLines.reversed(lines.get(0)) + "\n"
                + rows.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(CsvLines::reversed)
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
