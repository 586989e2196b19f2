package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Typed.Prompt;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What commands change, wherever they are typed: in the project's folder, or somewhere else with the address of a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CommandContract {
    private static final String TRAINING = SampleProject.training();
    private static final String TREES = "models.ACTIVATION.settings.trees=";

    private Served served;
    private Prompt own;
    private Prompt prompt;

    /** @param elsewhere a folder in which there is no project */
    abstract Prompt prompt(SampleProject project, Served served, Path elsewhere);

    @BeforeAll
    void serve(@TempDir Path folder, @TempDir Path elsewhere) {
        Rounds.onFirstJdkOnly();
        SampleProject project = SampleProject.published(folder);
        served = Served.working(project);
        own = Prompt.here(project);
        prompt = prompt(project, served, elsewhere);
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    @Order(1)
    void aSubmissionIsFollowedToItsEnd() {
        Typed followed = prompt.type("submit", "lung-activation", "--idempotency-key", "first", "--follow")
                .exits(0);

        assertThat(followed.out()).contains("REGISTERED lung-activation@1", "files    ");
        assertThat(followed.err())
                .contains("read", "preprocess", "validate", "split", "transform", "train", "evaluate", "register");
    }

    @Test
    @Order(2)
    void theSameKeyIsTheSameRun() {
        String run =
                prompt.type("--json", "runs", "list").json().at("/runs/0/run").asString();
        Typed again = prompt.type("submit", "lung", "ACTIVATION", "--idempotency-key", "first");
        Typed other = prompt.type("submit", "lung-activation", "--idempotency-key", "first", "--set", TREES + "7");

        assertThat(again.exits(0).out()).isEqualTo(run + " was submitted under this key before\n");
        assertThat(other.exits(2).err()).startsWith("error[KEY_REUSED]: ");
    }

    @Test
    @Order(3)
    void anotherRunIsWatchedAndItsCodeTellsHowItEnded() {
        JsonNode submitted = prompt.type(
                        "--json", "submit", TRAINING, "--experiment", "spring", "--set", TREES + "60", "--no-reuse")
                .exits(0)
                .json();
        String run = submitted.at("/run").asString();
        assertThat(submitted.at("/new").asBoolean()).isTrue();
        Typed watched = prompt.type("--json", "runs", "watch", run);

        JsonNode report = watched.json().at("/report");
        assertThat(watched.exit()).isEqualTo(report.at("/outcome").asString().equals("REGISTERED") ? 0 : 3);
        assertThat(prompt.type("runs", "watch", run).exit()).isEqualTo(watched.exit());
        assertThat(prompt.type("experiments", "show", "spring").exits(0).out()).contains(run);
        if (watched.exit() != 0) {
            own.type("models", "register", run, "--override", "--reason", "a second version")
                    .exits(0);
        }
    }

    @Test
    @Order(4)
    void decisionsAreMade() {
        Typed pointed =
                prompt.type("models", "promote", "lung-activation@1", "--alias", "challenger", "--reason", "a look");
        Typed back = prompt.type("--json", "models", "rollback", "lung-activation", "--reason", "it was good");
        Typed judged = prompt.type("models", "promote", "lung-activation@2", "--reason", "another try");
        Typed put =
                prompt.type("models", "promote", "lung-activation@2", "--alias", "challenger", "--reason", "instead");

        assertThat(pointed.exits(0).out()).startsWith("lung-activation@1 is challenger\n  a look\n");
        assertThat(back.exits(0).json().at("/to").asInt()).isEqualTo(1);
        assertThat(back.json().at("/promoted_by").asString()).isEqualTo("ROLLBACK");
        assertThat(judged.out())
                .contains("lung-activation@2", judged.exit() == 0 ? "is champion" : "NOT PROMOTED", "decision ");
        assertThat(judged.exit()).isIn(0, 3);
        assertThat(put.exits(0).out()).contains("lung-activation@2 is challenger; before it was @1");
        assertThat(prompt.type("models", "archive", "lung-activation@2", "--reason", "in use")
                        .exits(2)
                        .err())
                .startsWith("error[VERSION_IN_USE]: ");
    }

    @Test
    @Order(5)
    void aChampionIsRetired() {
        Typed retired = prompt.type("models", "retire", "lung-activation", "--reason", "counted otherwise");

        assertThat(retired.exits(0).out())
                .startsWith("RETIRED lung-activation@")
                .contains("\n  counted otherwise\n");
        assertThat(prompt.type("models", "list").exits(0).out()).contains("none");
        assertThat(prompt.type("--json", "models", "list")
                        .json()
                        .at("/models/0/retired/reason")
                        .asString())
                .isEqualTo("counted otherwise");
        assertThat(prompt.type("models", "card", "lung-activation").exits(2).err())
                .startsWith("error[UNKNOWN_MODEL]: ");
        assertThat(prompt.type("models", "archive", "lung-activation@1", "--reason", "old")
                        .exits(0)
                        .out())
                .isEqualTo("ARCHIVED lung-activation@1\n  old\n");
    }

    @Test
    @Order(6)
    void anEndpointIsDisabledAndEnabled() {
        own.type("publish", "lung", "ACTIVATION", "--priority", "3").exits(0);
        Typed disabled = prompt.type("endpoints", "disable", TRAINING + "@1", "--reason", "superseded");
        Typed refused = prompt.type("submit", TRAINING + "@1");
        Typed again = prompt.type("--json", "endpoints", "disable", TRAINING + "@1", "--reason", "superseded");
        Typed enabled = prompt.type("endpoints", "enable", TRAINING + "@1");
        Typed usual = prompt.type("endpoints", "set-default", TRAINING + "@1");
        Typed whole = prompt.type("endpoints", "disable", TRAINING, "--reason", "holidays");
        Typed none = prompt.type("submit", "--all");

        assertThat(disabled.exits(0).out())
                .startsWith(TRAINING + "@1 is disabled since ")
                .contains(": superseded\n");
        assertThat(refused.exits(2).err())
                .startsWith("error[ENDPOINT_DISABLED]: " + TRAINING + "@1 is disabled since ");
        assertThat(again.exits(0).json().at("/changed").asBoolean()).isFalse();
        assertThat(enabled.exits(0).out()).startsWith(TRAINING + "@1 is enabled\n");
        assertThat(usual.exits(0).out()).isEqualTo("the default of " + TRAINING + " is @1 (set by hand)\n");
        assertThat(whole.exits(0).out()).startsWith(TRAINING + " is disabled since ");
        assertThat(none.exits(2).err()).startsWith("error[UNKNOWN_ENDPOINT]: no endpoint takes submissions");
        prompt.type("endpoints", "enable", TRAINING).exits(0);
        prompt.type("endpoints", "set-default", TRAINING).exits(0);
        assertThat(prompt.type("endpoints", "show", TRAINING).exits(0).out()).contains("@2 (the newest)", "priority 3");
    }

    @Test
    @Order(7)
    void runsAreCancelled() {
        String first = submitted("--set", TREES + "3000", "--no-reuse");
        String second = submitted("--set", TREES + "3001", "--no-reuse");

        Typed waiting = prompt.type("runs", "cancel", second, "--reason", "not this one");
        Typed going = prompt.type("--json", "runs", "cancel", first);
        Typed late = prompt.type("runs", "cancel", second);

        assertThat(waiting.exits(0).out()).isEqualTo(second + " is CANCELLED\n");
        assertThat(going.exits(0).json().at("/cancelled").asBoolean()).isTrue();
        assertThat(late.exits(3).out()).isEqualTo(second + " had ended before: it is CANCELLED\n");
        assertThat(prompt.type("runs", "watch", first).exits(130).out()).contains("CANCELLED");
        assertThat(prompt.type("runs", "show", second).exits(0).out()).contains(": not this one");
    }

    @Test
    @Order(8)
    void whoDidItIsInTheLog() {
        JsonNode events = prompt.type("--json", "audit", "list", "--of", TRAINING)
                .exits(0)
                .json()
                .at("/events");
        JsonNode last = events.get(events.size() - 1);

        assertThat(last.at("/action").asString()).isEqualTo("DEFAULT_SET");
        assertThat(last.at("/actor").asString()).isEqualTo(actor());
        assertThat(prompt.type("audit", "verify").exits(0).out()).startsWith("verified: ");
    }

    abstract String actor();

    private String submitted(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = "--json";
        command[1] = "submit";
        command[2] = "lung-activation";
        System.arraycopy(options, 0, command, 3, options.length);
        return prompt.type(command).exits(0).json().at("/run").asString();
    }
}
