package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.upkeep.Eraser;
import io.plimsoll.workspace.DatasetVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second tables, held against the one that the champion was trained on. */
class DriftTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SmallTable TABLE = SmallTable.of(120);
    private static final SmallTable DRIFTED = TABLE.with("year", year -> "19" + year.substring(2));

    @TempDir
    Path dir;

    private MemoryWorkspace workspace;
    private SmallProject project;
    private RunReport first;

    @BeforeEach
    void registerAChampion() {
        workspace = new MemoryWorkspace(NOW);
        project = new SmallProject(dir, workspace, NOW);
        first = project.train(TABLE);
        assertThat(first.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
    }

    @AfterEach
    void close() {
        assertThat(project.unexpected()).isEmpty();
        workspace.close();
    }

    @Test
    void theFirstRunSaysThatThereWasNothingToCompareWith() throws IOException {
        assertThat(drift(first).get("against").asText()).isEqualTo("not compared: lung-dose has no champion");
        assertThat(drift(first).has("rows_before")).isFalse();
    }

    @Test
    void aTableLikeTheChampionsIsComparedInSilence() throws IOException {
        SmallTable alike = TABLE.with("active", id -> id == 7, active -> active.equals("0") ? "1" : "0");

        RunReport report = project.train(alike);

        assertThat(report.warnings()).extracting(Fault::code).doesNotContain(ErrorCode.DATA_DRIFT);
        assertThat(drift(report).get("against").asText()).isEqualTo("lung@1 (champion lung-dose@1)");
        assertThat(drift(report).get("rows_before").asInt()).isEqualTo(600);
        assertThat(drift(report).at("/columns/0/psi").asDouble()).isZero();
    }

    @Test
    void aTableThatDriftedIsToldWithTheRun() {
        RunReport report = project.train(DRIFTED, config("trees: 6", "trees: 9"));

        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.warnings())
                .filteredOn(warning -> warning.code() == ErrorCode.DATA_DRIFT)
                .singleElement()
                .satisfies(warning -> assertThat(warning.what())
                        .matches("unlike what lung@1 \\(champion lung-dose@1\\) holds: psi [0-9.]+ is more than 0.25"));
    }

    @Test
    void orItEndsTheRunAndNothingIsKept() {
        RunReport report = project.train(DRIFTED, config("group: trial", "group: trial, drift: {severity: error}"));

        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.errors())
                .extracting(Fault::code, Fault::where)
                .containsExactly(tuple(ErrorCode.DATA_DRIFT, "column 'year'"));
        assertThat(workspace.datasets().versions("lung")).hasSize(1);
    }

    @Test
    void rowsThatWereErasedAreNotComparedWith() throws IOException {
        DatasetVersion dataset = workspace.datasets().versions("lung").get(0);
        new Eraser(workspace).erase(dataset, "somebody", "on demand");

        RunReport report = project.train(DRIFTED, config("trees: 6", "trees: 9"));

        assertThat(workspace.artifacts().datasetProfile(dataset.sha256())).isEmpty();
        assertThat(report.warnings()).extracting(Fault::code).doesNotContain(ErrorCode.DATA_DRIFT);
        assertThat(drift(report).get("against").asText())
                .isEqualTo("not compared: lung@1 (champion lung-dose@1) was erased");
    }

    private JsonNode drift(RunReport report) throws IOException {
        byte[] findings = workspace
                .artifacts()
                .evidence(report.run(), StepName.VALIDATE.folder() + "/findings.json")
                .orElseThrow();
        return CanonicalJson.read(findings, JsonNode.class).get("drift");
    }
}
