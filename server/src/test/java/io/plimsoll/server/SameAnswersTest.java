package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Typed.Prompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One workspace, asked by its own command line and through a server: the same text, the same JSON, the same errors, the same exit code. */
class SameAnswersTest {
    private static final String RUN = "RUN";
    private static final String WAITING = "WAITING";
    private static final String CHANGED = "CHANGED";

    @TempDir
    private static Path folder;

    private static Prompt own;
    private static Prompt remote;
    private static Served served;
    private static String run = "";
    private static String waiting = "";
    private static String changed = "";

    @BeforeAll
    static void serve() throws Exception {
        Rounds.onFirstJdkOnly();
        SampleProject project = SampleProject.published(folder);
        own = Prompt.here(project);
        own.type("train", "lung", "ACTIVATION").exits(0);
        own.type(
                "train",
                "lung",
                "ACTIVATION",
                "--set",
                "models.ACTIVATION.settings.trees=120",
                "--experiment",
                "no 2/b");
        own.type("models", "promote", "lung-activation@1", "--alias", "challenger", "--reason", "to look at");
        own.type(
                        "submit",
                        "lung-activation",
                        "--idempotency-key",
                        "waits",
                        "--set",
                        "models.ACTIVATION.settings.trees=9")
                .exits(0);
        own.type("train", "lung", "ENROLLMENT", "--experiment", "to be retired");
        own.type("models", "retire", "lung-enrollment", "--reason", "counted otherwise");
        JsonNode runs = own.type("--json", "runs", "list").json().at("/runs");
        run = runs.at("/3/run").asString();
        waiting = runs.at("/1/run").asString();
        changed = runs.at("/2/run").asString();
        served = Served.idle(project);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        remote = Prompt.at(served.server().address(), elsewhere, served.token("tester", Role.ADMIN));
        Files.copy(project.folder().resolve("data/lung_sites.csv"), elsewhere.resolve("same.csv"));
        Files.copy(
                project.folder().resolve("data/lung_sites.csv"),
                project.folder().resolve("same.csv"));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs list",
                "runs list --limit 1",
                "runs show RUN",
                "runs show WAITING",
                "runs why RUN",
                "runs why CHANGED",
                "runs show CHANGED",
                "runs watch RUN",
                "runs cancel RUN",
                "models list",
                "models show lung-activation",
                "models show lung-activation@1",
                "models show lung-activation@challenger",
                "models show lung-enrollment",
                "models compare lung-activation@1 lung-activation@champion",
                "endpoints list",
                "endpoints show lung-activation-training",
                "endpoints show lung-activation-training@1",
                "endpoints enable lung-activation-training",
                "submit lung ACTIVATION --idempotency-key waits --set models.ACTIVATION.settings.trees=9",
                "experiments list",
                "experiments show default",
                "datasets list",
                "datasets list --input same.csv",
                "datasets show lung",
                "datasets show lung@1",
                "audit list",
                "audit list --limit 2",
                "audit list --limit 3 --of lung-activation",
                "audit export",
                "audit verify"
            })
    void answersAreTheSame(String command) {
        for (String form : List.of("", "--json ")) {
            Typed here = compared(form + command);

            assertThat(here.exit()).as("exit code").isEqualTo(command.startsWith("runs cancel") ? 3 : 0);
            assertThat(here.out()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs show r-none",
                "runs why r-none",
                "models show lung-activation@99",
                "models show lung-enrollment@champion",
                "models show lung-activatio",
                "models promote lung-activation@champion --reason again",
                "models promote lung-activation@1 --alias 2 --reason number",
                "models rollback lung-activation@champion --reason again",
                "models archive lung-activation@champion --reason used",
                "models reject lung-activation@1 --reason late",
                "models retire lung-activation@1 --reason version",
                "models retire lung-enrollment --reason again",
                "models retire lung-activation --reason ",
                "endpoints show lung-activation-training@7",
                "endpoints show lung",
                "endpoints disable lung-activation-training@x --reason typo",
                "endpoints set-default lung-activation-training@one",
                "submit lung-activation@5",
                "submit lung-activation@none",
                "submit nothing",
                "submit lung-activation --set models.ACTIVATION.split.holdout=0.5",
                "submit lung-activation --set models.ACTIVATION.settings.trees=many",
                "experiments show no-such",
                "datasets show lung@8",
                "datasets show lungs@1"
            })
    void refusalsAreTheSame(String command) {
        Typed here = compared(command);

        assertThat(here.exit()).isEqualTo(2);
        assertThat(here.err()).startsWith("error[").contains("\nhelp: ");
    }

    private static Typed compared(String command) {
        String[] words = command.replace(RUN, run)
                .replace(WAITING, waiting)
                .replace(CHANGED, changed)
                .split(" ", -1);
        Typed here = own.type(words);
        Typed there = remote.type(words);

        assertThat(there.out()).as("output").isEqualTo(moved(here.out()));
        assertThat(there.err()).as("errors").isEqualTo(here.err());
        assertThat(there.exit()).as("exit code").isEqualTo(here.exit());
        return here;
    }

    @Test
    void aNameMayHaveAnyCharacters() {
        assertThat(remote.type("experiments", "show", "no 2/b").exits(0).out())
                .isEqualTo(own.type("experiments", "show", "no 2/b").exits(0).out())
                .contains("lung-activation");
    }

    @Test
    void aCardAndAnExportAreTheSameFiles() throws Exception {
        for (List<String> what :
                List.of(List.of("card", "lung-activation-1.html"), List.of("export", "lung-activation-1.zip"))) {
            Typed here = own.type("models", what.get(0), "lung-activation@1").exits(0);
            Typed there =
                    remote.type("models", what.get(0), "lung-activation@1").exits(0);

            assertThat(there.out()).isEqualTo(here.out());
            assertThat(Files.readAllBytes(remote.folder().resolve(what.get(1))))
                    .isEqualTo(Files.readAllBytes(own.folder().resolve(what.get(1))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train lung",
                "doctor",
                "gc",
                "tokens list",
                "check lung",
                "publish lung",
                "runs resume r-1",
                "worker",
                "audit checkpoint"
            })
    void whatNeedsTheWorkspaceItselfSaysSo(String command) {
        Typed refused = remote.type(command.split(" "));

        refused.exits(2);
        assertThat(refused.err())
                .startsWith("error[NOT_AT_SERVER]: this needs the workspace itself, and -w names a server\nhelp: ");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void whoeverIsNotKnownOrMayNotIsTold() {
        String address = served.server().address();
        Prompt stranger = Prompt.at(address, folder, "plim_0123456789ab_" + "A".repeat(43));
        Prompt viewer = Prompt.at(address, folder, served.token("looks-on", Role.VIEWER));

        assertThat(stranger.type("runs", "list").exits(2).err())
                .startsWith("error[UNAUTHENTICATED]: it is not known who asks");
        assertThat(viewer.type("runs", "list").exits(0).out()).contains(run);
        assertThat(viewer.type("submit", "lung-activation").exits(2).err())
                .startsWith("error[NOT_ALLOWED]: this role may not do that");
        assertThat(viewer.type("models", "retire", "lung-activation", "--reason", "no")
                        .exits(2)
                        .err())
                .startsWith("error[NOT_ALLOWED]");
    }

    /** Where files lie is told by a path here, and by an address there. */
    private static String moved(String out) {
        String address = served.server().address() + "/api/v1";
        List<String> lines = new ArrayList<>();
        for (String line : out.split("\n", -1)) {
            lines.add(line.replaceAll("^files    .*/(r-[^/]*)$", "files    " + address + "/runs/$1/evidence")
                    .replaceAll("^file     .*$", "file     " + address + "/datasets/lung/versions/1/rows")
                    .replaceAll("\"place\":\"[^\"]*\"", "\"place\":\"" + address + "/datasets/lung/versions/1/rows\""));
        }
        return String.join("\n", lines);
    }
}
