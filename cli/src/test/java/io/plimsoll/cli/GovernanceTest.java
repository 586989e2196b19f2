package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide about registered models, and how it is found again. */
class GovernanceTest {
    private static final String MODEL = "lung-activation";
    private static final String WHY = "--reason";

    /** Nearly the same model, which its guardrail lets pass by its estimate. */
    private static final String SIMILAR = "models.ACTIVATION.settings.trees=300";

    private static final Map<String, String> ADA = Map.of("PLIMSOLL_ACTOR", "ada");

    @TempDir
    static Path trained;

    @TempDir
    Path project;

    private Terminal ada;
    private Terminal grace;

    @BeforeAll
    static void trainOnce() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(trained);
        new Terminal(trained, ADA).type("train", "lung").exits(0);
    }

    @BeforeEach
    void makeAProject() {
        SampleProject.writeTo(project);
        ada = Terminal.later(project, ADA);
        grace = Terminal.later(project, Map.of("PLIMSOLL_ACTOR", "grace"));
    }

    @Test
    void aFormerChampionIsBroughtBackAndTheOtherPromotedAgain() throws IOException {
        startFromAChampion();
        assertThat(grace.type("models", "rollback", MODEL, WHY, "no").exits(2).err())
                .startsWith("error[NO_CHAMPION]: lung-activation has no former champion to go back to");
        ada.type("train", "lung", "--set", SIMILAR).exits(0);

        assertThat(grace.type("models", "rollback", MODEL, WHY, "@2 is slow")
                        .exits(0)
                        .out())
                .isEqualTo("lung-activation@1 is champion by rollback; before it was @2\n  @2 is slow\n");
        assertThat(grace.type("models", "promote", MODEL + "@1", WHY, "?")
                        .exits(2)
                        .err())
                .startsWith("error[VERSION_IN_USE]: lung-activation@1 is champion already");
        assertThat(grace.type("models", "promote", MODEL + "@2", WHY, "it is not slow")
                        .exits(0)
                        .out())
                .startsWith("lung-activation@2 is champion by its verdict; before it was @1\n  it is not slow\n")
                .contains("decision REGISTER");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("rolled back to lung-activation@1 (champion instead of @2, rollback): @2 is slow")
                .contains("promoted lung-activation@2 (champion instead of @1, passed): it is not slow");
        assertThat(ada.type("models", "show", MODEL).exits(0).out())
                .containsPattern("@1 +2026-11-23 12:00:00 +rollback +grace +- +@2 is slow");
        requireSound();
    }

    @Test
    void onlyWhatPassesAgainIsPromoted() throws IOException {
        startFromAChampion();
        String run = refusedRun();
        grace.type("models", "register", run, "--override", WHY, "urgent").exits(0);
        grace.type("models", "rollback", MODEL, WHY, "not so urgent").exits(0);

        Terminal.Answer again =
                grace.type("models", "promote", MODEL + "@2", WHY, "again").exits(3);

        assertThat(again.out())
                .startsWith("NOT PROMOTED lung-activation@2\n")
                .contains("decision REFUSE")
                .contains("auc worse than champion by at most 0.01");
        assertThat(ada.type("models", "list", "--json")
                        .exits(0)
                        .json()
                        .at("/models/0/version")
                        .asInt())
                .isEqualTo(1);
        JsonNode data = grace.type("models", "promote", MODEL + "@2", WHY, "again", "--json")
                .exits(3)
                .json();
        assertThat(data.get("promoted").asBoolean()).isFalse();
        assertThat(data.at("/decision/kind").asText()).isEqualTo("REFUSE");
        requireSound();
    }

    @Test
    void aVerdictIsOverriddenOnlyInSoManyWords() throws IOException {
        startFromAChampion();
        String registered = ada.newestRun().get("run").asText();
        String run = refusedRun();

        assertThat(grace.type("models", "register", run, WHY, "urgent").exits(2).err())
                .startsWith("error[USAGE]: runs register what their verdict allows by themselves");
        assertThat(grace.type("models", "register", registered, "--override", WHY, "x")
                        .exits(2)
                        .err())
                .startsWith("error[NOT_OVERRIDABLE]");
        JsonNode version = grace.type("models", "register", run, "--override", WHY, "urgent", "--json")
                .exits(0)
                .json();

        assertThat(version.get("version").asInt()).isEqualTo(2);
        assertThat(version.at("/tags/decided_by").asText()).isEqualTo("OVERRIDE");
        assertThat(version.at("/tags/metric.auc").asText()).isNotEmpty();
        assertThat(grace.type("models", "register", run, "--override", WHY, "x")
                        .exits(2)
                        .err())
                .startsWith("error[ALREADY_EXISTS]: this model is lung-activation@2 already");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains(
                        "registered against its verdict lung-activation@2 (champion instead of @1, override) from run "
                                + run + ": urgent");
        requireSound();
    }

    @Test
    void whereApprovalIsAskedForNobodyDecidesAlone() throws IOException {
        Files.writeString(project.resolve("plimsoll.yml"), "promotion: approval\n");
        Terminal.Answer trained = ada.type("train", "lung", "--json").exits(0);
        assertThat(trained.json().get("code").asText()).isEqualTo("AWAITS_APPROVAL");
        assertThat(ada.type("models", "list").exits(0).out()).containsPattern(MODEL + " +none");

        assertThat(ada.type("models", "promote", MODEL + "@1", WHY, "mine")
                        .exits(2)
                        .err())
                .startsWith("error[NOT_ALLOWED]: whoever submitted a run may not decide alone");
        assertThat(grace.type("models", "promote", MODEL + "@1", WHY, "looks right")
                        .exits(0)
                        .out())
                .startsWith("lung-activation@1 is champion by approval\n");
        ada.type("train", "lung", "--set", SIMILAR).exits(0);
        assertThat(grace.type("models", "reject", MODEL + "@2", WHY, "no need")
                        .exits(0)
                        .out())
                .isEqualTo("REJECTED lung-activation@2\n  no need\n");
        assertThat(grace.type("models", "promote", MODEL + "@2", WHY, "after all")
                        .exits(2)
                        .err())
                .startsWith("error[VERSION_CLOSED]: lung-activation@2 is REJECTED");

        String run = refusedRun();
        assertThat(ada.type("models", "register", run, "--override", WHY, "mine")
                        .exits(2)
                        .err())
                .startsWith("error[NOT_ALLOWED]");
        grace.type("models", "register", run, "--override", WHY, "urgent").exits(0);
        requireSound();
    }

    @Test
    void otherAliasesPointWherePeopleWantAndArchivedVersionsHaveNone() throws IOException {
        startFromAChampion();
        ada.type("train", "lung", "--set", SIMILAR).exits(0);

        assertThat(grace.type("models", "promote", MODEL + "@1", "--alias", "challenger", WHY, "shadow")
                        .exits(0)
                        .out())
                .isEqualTo("lung-activation@1 is challenger\n  shadow\n");
        assertThat(ada.type("models", "show", MODEL + "@challenger").exits(0).out())
                .startsWith(MODEL + "@1");
        assertThat(grace.type("models", "archive", MODEL + "@1", WHY, "old")
                        .exits(2)
                        .err())
                .startsWith("error[VERSION_IN_USE]: an alias points at lung-activation@1: challenger");
        grace.type("models", "promote", MODEL + "@2", "--alias", "challenger", WHY, "the other")
                .exits(0);
        grace.type("models", "archive", MODEL + "@1", WHY, "old").exits(0);

        assertThat(grace.type("models", "rollback", MODEL, WHY, "back").exits(2).err())
                .startsWith("error[NO_CHAMPION]");
        assertThat(grace.type("models", "promote", MODEL + "@1", "--alias", "Big Name", WHY, "x")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: an alias is");
        assertThat(ada.type("models", "show", MODEL).exits(0).out()).containsPattern("@1 +archived");
        requireSound();
    }

    @Test
    void erasedRowsAreGoneAndDoNotComeBack() throws IOException {
        startFromAChampion();
        String run = ada.type("runs", "list", "--json").json().at("/runs/0/run").asText();
        Path evidence = project.resolve(".plimsoll/runs/" + run + "/07-evaluate");
        assertThat(evidence.resolve("holdout.csv")).exists();

        assertThat(grace.type("datasets", "erase", "lung", WHY, "x").exits(2).err())
                .startsWith("error[USAGE]");
        grace.type("datasets", "erase", "lung@1", WHY, "request 17").exits(0);

        assertThat(evidence.resolve("holdout.csv")).doesNotExist();
        assertThat(evidence.resolve("metrics.json")).exists();
        assertThat(ada.type("train", "lung").exits(2).err()).contains("error[DATASET_ERASED]: this table is lung@1");
        assertThat(ada.type("datasets", "show", "lung@1").exits(0).out())
                .startsWith("ERASED 2026-11-23 12:00:00 UTC by grace: request 17\n");
        assertThat(ada.type("models", "rebuild", MODEL).exits(1).err()).contains("error[ARTIFACT_DAMAGED]");
        assertThat(ada.type("models", "verify").exits(0).out()).contains("verified");
        requireSound();
    }

    @Test
    void theLogIsExportedAndVerifiedElsewhere() throws IOException {
        startFromAChampion();
        ada.type("audit", "export", "-o", "audit.jsonl").exits(0);
        assertThat(ada.type("audit", "export", "-o", "audit.jsonl").exits(2).err())
                .startsWith("error[ALREADY_EXISTS]");

        Path elsewhere = Files.createDirectory(project.resolve("elsewhere"));
        String export = Files.readString(project.resolve("audit.jsonl"));
        Files.writeString(elsewhere.resolve("audit.jsonl"), export);
        Terminal auditor = new Terminal(elsewhere);
        assertThat(auditor.type("audit", "verify", "--file", "audit.jsonl")
                        .exits(0)
                        .out())
                .startsWith("verified: 1 events");
        Files.writeString(elsewhere.resolve("audit.jsonl"), export.replace("ada", "eve"));
        assertThat(auditor.type("audit", "verify", "--file", "audit.jsonl")
                        .exits(3)
                        .out())
                .startsWith("NOT VERIFIED: event 1 was changed");
        Files.writeString(
                elsewhere.resolve("audit.jsonl"), export.lines().findFirst().orElseThrow());
        assertThat(auditor.type("audit", "verify", "--file", "audit.jsonl")
                        .exits(2)
                        .err())
                .startsWith("error[AUDIT_MALFORMED]: the last line of the export does not say where the log ends");
    }

    @Test
    void aBackupComesBackAsAWorkspace() throws IOException {
        startFromAChampion();
        ada.type("backup", "backup").exits(0);

        ada.type("-w", "again", "restore", "backup").exits(0);

        assertThat(ada.type("-w", "again", "models", "verify").exits(0).out())
                .isEqualTo("lung-activation@1  verified\n");
        assertThat(ada.type("-w", "again", "doctor", "--json")
                        .exits(0)
                        .json()
                        .get("sound")
                        .asBoolean())
                .isTrue();
        assertThat(ada.type("gc", "--json").exits(0).json().get("contents")).isEmpty();
    }

    /** As if ada had trained the first model just now. */
    private void startFromAChampion() throws IOException {
        Folders.copy(trained.resolve(".plimsoll"), project.resolve(".plimsoll"));
    }

    /** Trains a model that its guardrail refuses. */
    private String refusedRun() {
        Terminal.Answer refused = ada.type(
                "train",
                "lung",
                "--json",
                "--set",
                "models.ACTIVATION.settings.trees=1",
                "--set",
                "models.ACTIVATION.settings.depth=1");
        assertThat(refused.exits(3).json().get("code").asText()).isEqualTo("GUARDRAIL_NOT_MET");
        return refused.json().get("run").asText();
    }

    private void requireSound() {
        assertThat(ada.type("doctor").exits(0).out()).doesNotContain("defect");
    }
}
