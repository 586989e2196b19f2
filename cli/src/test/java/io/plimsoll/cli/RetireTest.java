package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ending a champion's reign by hand. */
class RetireTest {
    private static final String MODEL = "lung-activation";
    private static final String REASON = "sites are counted otherwise since März";

    @TempDir
    static Path trained;

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeAll
    static void registerAChampion() {
        SampleProject.writeTo(trained);
        new Terminal(trained).type("train", "lung").exits(0);
    }

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(trained, project);
        terminal = Terminal.later(project, Map.of());
    }

    @Test
    void theReignEndsAndEverybodySeesSinceWhenAndWhy() {
        Terminal.Answer retired =
                terminal.type("models", "retire", MODEL, "--reason", REASON).exits(0);

        assertThat(retired.out())
                .isEqualTo("RETIRED lung-activation@1\n  " + REASON
                        + "\n  the next training run faces no champion; every version stays\n");
        assertThat(terminal.type("models", "show", MODEL).exits(0).out())
                .startsWith(
                        "lung-activation\nno champion since 2026-11-23 12:00:00 UTC, when @1 was retired: " + REASON)
                .contains("@1");
        assertThat(terminal.type("models", "list").exits(0).out()).containsPattern("lung-activation +none");
        assertThat(terminal.type("check", "lung").exits(0).out())
                .contains("would face no champion: no version of lung-activation is champion now")
                .contains("would be the first model lung-enrollment");
        assertThat(terminal.type("models", "show", MODEL + "@champion").exits(2).err())
                .startsWith("error[UNKNOWN_MODEL]")
                .contains("plimsoll models show lung-activation");
    }

    @Test
    void asDataItIsTheMoveThatTheHistoryKeeps() {
        JsonNode move = terminal.type("models", "retire", MODEL, "--reason", "  " + REASON + " ", "--json")
                .exits(0)
                .json();

        assertThat(move.toString())
                .isEqualTo("{\"actor\":\"unknown\",\"alias\":\"champion\",\"from\":1,\"model\":\"lung-activation\","
                        + "\"moved\":\"2026-11-23T12:00:00Z\",\"reason\":\"" + REASON + "\"}");
        JsonNode shown =
                terminal.type("models", "show", MODEL, "--json").exits(0).json();
        assertThat(shown.at("/versions/0/aliases")).isEmpty();
        assertThat(shown.get("champion_history")).hasSize(2);
        assertThat(shown.at("/champion_history/0/to").asInt()).isEqualTo(1);
        assertThat(shown.at("/champion_history/0/run").asText()).isNotEmpty();
        assertThat(shown.at("/champion_history/1")).isEqualTo(move);
        assertThat(terminal.type("models", "list", "--json").exits(0).json().at("/models/0/retired"))
                .isEqualTo(move);
    }

    @Test
    void whatCannotBeRetiredIsSaidAndChangesNothing() {
        requireRefusal("error[UNKNOWN_MODEL]: there is no model 'lung-activatio' (did you mean", "lung-activatio");
        requireRefusal("error[USAGE]: this concerns the model, not one version of it", MODEL + "@1");
        assertThat(terminal.type("models", "retire", MODEL).exits(2).err())
                .startsWith("error[USAGE]")
                .contains("--reason");
        for (String reason : new String[] {" ", "two\nlines", "x".repeat(501)}) {
            assertThat(terminal.type("models", "retire", MODEL, "--reason", reason)
                            .exits(2)
                            .err())
                    .startsWith("error[USAGE]: a reason is one line of 1 to 500 characters");
        }
        assertThat(terminal.type("models", "show", MODEL + "@champion").exits(0).out())
                .startsWith("lung-activation@1");

        terminal.type("models", "retire", MODEL, "--reason", REASON).exits(0);
        requireRefusal(
                "error[NO_CHAMPION]: no version of lung-activation is champion, so there is none to retire", MODEL);
    }

    private void requireRefusal(String start, String model) {
        assertThat(terminal.type("models", "retire", model, "--reason", REASON)
                        .exits(2)
                        .err())
                .startsWith(start)
                .contains("help: ");
    }
}
