package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void theSameRulesDecideAsTheyDidAndOthersOtherwise() throws IOException {
        terminal.type("train", "lung").exits(0);
        terminal.type("train", "lung", "--set", "models.ACTIVATION.settings.trees=3");
        Files.writeString(project.resolve("strict.yml"), """
                rules:
                  - {metric: auc, at_least: 0.99}
                  - {metric: auc, against: champion, worse_by_at_most: 0}
                  - {metric: auc, against: train, worse_by_at_most: 0.1}
                """);

        JsonNode same = terminal.type("--json", "guardrail", "backtest", "lung", "ACTIVATION")
                .exits(0)
                .json();
        JsonNode strict = terminal.type(
                        "--json", "guardrail", "backtest", "lung", "ACTIVATION", "--rules", "strict.yml")
                .exits(0)
                .json();

        assertThat(same.get("runs")).hasSize(2);
        for (JsonNode run : same.get("runs")) {
            assertThat(run.at("/decision/kind").asText())
                    .isEqualTo(run.get("decided_then").asText());
        }
        JsonNode recorded = terminal.type(
                        "--json", "runs", "show", same.at("/runs/1/run").asText())
                .json();
        assertThat(same.at("/runs/1/verdict/rules")).isEqualTo(recorded.at("/report/verdict/rules"));
        assertThat(strict.at("/runs/0/decision/kind").asText()).isEqualTo("REFUSE");
        assertThat(strict.at("/runs/0/verdict/rules/0/result").asText()).isEqualTo("FAIL");
        assertThat(strict.at("/runs/0/verdict/rules/1/code").asText()).isEqualTo("NO_OPPONENT_YET");
        assertThat(strict.at("/runs/1/verdict/rules/1/opponent").asText()).isEqualTo("champion");
        assertThat(strict.at("/runs/1/verdict/rules/2/code").asText()).isEqualTo("OPPONENT_UNLOADABLE");
        assertThat(terminal.type("models", "list").exits(0).out()).contains("lung-activation");
    }

    @Test
    void wrongRulesAreRefusedWithTheirPlace() throws IOException {
        Files.writeString(
                project.resolve("wrong.yml"),
                "rules:\n  - {metric: mape, at_most: 0.3}\n  - {metric: acu, at_least: 0.6}\n");

        Terminal.Answer answer = terminal.type("guardrail", "backtest", "lung", "ACTIVATION", "--rules", "wrong.yml");

        assertThat(answer.exits(2).err())
                .contains("wrong.yml:2:14", "wrong.yml:3:14", "did you mean 'auc'?")
                .doesNotContain("Exception");
    }

    @Test
    void anEmptyFileOrNoSubcommandIsToldWhatToWrite() throws IOException {
        Files.writeString(project.resolve("empty.yml"), "");

        assertThat(terminal.type("guardrail", "backtest", "lung", "ACTIVATION", "--rules", "empty.yml")
                        .exits(2)
                        .err())
                .contains("the file is empty, empty.yml:1:1", "help: begin with 'rules: …'");
        assertThat(terminal.type("guardrail").exits(2).err())
                .contains("error[USAGE]: Missing required subcommand", "`plimsoll guardrail --help`");
    }

    @Test
    void withoutRunsThereIsNothingToReplay() {
        assertThat(terminal.type("guardrail", "backtest", "lung", "ACTIVATION")
                        .exits(0)
                        .out())
                .contains("no run of lung-activation has kept what it was judged on");
        assertThat(terminal.type("guardrail", "backtest", "lung", "ACTVATION")
                        .exits(2)
                        .err())
                .contains("did you mean 'ACTIVATION'?");
        assertThat(terminal.type("guardrail", "backtest", "lung", "ACTIVATION", "--rules", "none.yml")
                        .exits(2)
                        .err())
                .contains("none.yml");
    }
}
