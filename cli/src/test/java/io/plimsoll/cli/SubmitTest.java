package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is queued and what is refused, before any worker sees it. */
class SubmitTest {
    private static final String ENDPOINT = "lung-activation-training";

    @TempDir
    private Path project;

    private Terminal terminal;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void publish() {
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
        terminal.type("publish", "lung", "ACTIVATION", "--priority", "7").exits(0);
    }

    @Test
    void aRunWaitsWithTheTermsOfItsEndpoint() {
        Terminal.Answer told = terminal.type(
                        "submit", "lung", "ACTIVATION", "--set", "models.ACTIVATION.settings.trees=20")
                .exits(0);
        JsonNode run = terminal.type("--json", "runs", "list").exits(0).json().at("/runs/0");
        String id = run.get("run").asText();

        assertThat(told.out()).isEqualTo(id + " is QUEUED; `plimsoll runs watch " + id + "` follows it\n");
        assertThat(run.get("status").asText()).isEqualTo("QUEUED");
        JsonNode queue =
                terminal.type("--json", "runs", "show", id).exits(0).json().get("queue");
        assertThat(queue.get("priority").asInt()).isEqualTo(7);
        assertThat(queue.at("/request/endpoint").asText()).isEqualTo(ENDPOINT);
        assertThat(queue.at("/request/version").asInt()).isEqualTo(1);
        assertThat(terminal.type("runs", "show", id).exits(0).out())
                .contains("queue    submitted to lung-activation-training@1, no attempt yet");
    }

    @Test
    void theSameKeyIsTheSameRunAndAnotherRequestUnderItIsRefused() {
        JsonNode first = terminal.type("--json", "submit", ENDPOINT, "--idempotency-key", "k")
                .exits(0)
                .json();

        JsonNode again = terminal.type("--json", "submit", ENDPOINT, "--idempotency-key", "k")
                .exits(0)
                .json();

        assertThat(again.get("run")).isEqualTo(first.get("run"));
        assertThat(again.get("new").asBoolean()).isFalse();
        assertThat(terminal.type("submit", ENDPOINT, "--idempotency-key", "k", "--experiment", "other")
                        .exits(2)
                        .err())
                .startsWith("error[KEY_REUSED]: this idempotency key has brought another submission, run ");
    }

    @Test
    void whatWaitsIsCancelledOnceAndTold() {
        String id = terminal.type("--json", "submit", ENDPOINT)
                .exits(0)
                .json()
                .get("run")
                .asText();

        assertThat(terminal.type("runs", "cancel", id, "--reason", "wrong table")
                        .exits(0)
                        .out())
                .isEqualTo(id + " is CANCELLED\n");
        assertThat(terminal.type("runs", "cancel", id).exits(3).out())
                .isEqualTo(id + " had ended before: it is CANCELLED\n");
        assertThat(terminal.type("runs", "watch", id).exits(130).out())
                .contains("CANCELLED. cancelled by ", ": wrong table");
        assertThat(terminal.type("--json", "worker", "--until-idle").exits(0).err())
                .doesNotContain(id);
    }

    @Test
    void everyEndpointThatTakesSubmissionsIsSubmitted() {
        terminal.type("publish", "hematology", "--all").exits(0);
        terminal.type("endpoints", "disable", "hematology-enrollment-training", "--reason", "not now")
                .exits(0);

        JsonNode runs = terminal.type("--json", "submit", "--all", "--experiment", "night")
                .exits(0)
                .json()
                .get("runs");

        assertThat(runs).hasSize(2);
        JsonNode experiments =
                terminal.type("--json", "experiments", "list").exits(0).json().get("experiments");
        assertThat(experiments.at("/0/experiment").asText()).isEqualTo("night");
        assertThat(experiments.at("/0/open").asInt()).isEqualTo(2);
        assertThat(terminal.type("experiments", "show", "night").exits(0).out())
                .contains("hematology-nonenrollment", "lung-activation", "QUEUED");
    }

    @Test
    void anExperimentIsNamedInOneLine() {
        for (String name : List.of("", " ", "a\nb", "x".repeat(101))) {
            for (String command : List.of("submit lung-activation", "train lung")) {
                String[] typed = (command + " --experiment").split(" ");
                String[] whole =
                        Stream.concat(Stream.of(typed), Stream.of(name)).toArray(String[]::new);
                assertThat(terminal.type(whole).exits(2).err())
                        .startsWith(
                                "error[USAGE]: an experiment's name is one line of 1 to 100 characters, --experiment")
                        .contains("help: leave it out for 'default'");
            }
        }
        assertThat(terminal.type("experiments").exits(0).out()).doesNotContain("x".repeat(101));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submit | no endpoint was given",
                "submit --all lung-activation | --all and an endpoint were both given",
                "submit --all --version 1 | are for one endpoint",
                "submit lung-activation-trainin | did you mean 'lung-activation-training'?",
                "submit lung-activation --version 9 | its only version is 1",
                "submit lung-activation --set models.ACTIVATION.guardrail=x | PROTECTED_SETTING",
                "submit lung-activation --set models.ACTIVATION.settings.tree=3 | did you mean",
                "submit lung-activation --set models.ACTIVATION.settings.trees=many | PARAMETER_INVALID",
                "submit lung-activation --idempotency-key ä | visible ASCII characters",
                "worker --lanes 0 | --lanes must be 1 to 64",
                "worker --lease 1 | --lease must be at least 3",
                "train | no indication was given",
                "train --all --until read | are for one indication",
                "train lung --lanes 2 | --lanes is for all indications together",
                "runs cancel r-1 | UNKNOWN_RUN",
                "runs watch r-1 | UNKNOWN_RUN",
                "experiments show defalt | UNKNOWN_EXPERIMENT",
            })
    void whatIsWrongIsRefused(String typed, String said) {
        Terminal.Answer answer = terminal.type(typed.split(" ")).exits(2);

        assertThat(answer.err()).startsWith("error[").contains(said).contains("\nhelp: ");
        assertThat(terminal.type("--json", "runs", "list").exits(0).json().get("runs"))
                .isEmpty();
    }
}
