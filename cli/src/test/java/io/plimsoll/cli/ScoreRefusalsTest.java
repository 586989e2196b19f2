package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows, models and command lines that do not give scores: the right refusal, and never half a file. */
class ScoreRefusalsTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path project;

    private ScoredProject sites;

    @BeforeAll
    static void train() {
        Rounds.onFirstJdkOnly();
        ScoredProject.train(trained);
    }

    @BeforeEach
    void open() throws IOException {
        sites = ScoredProject.copyOf(trained, project);
    }

    @Test
    void aMissingFeatureIsRefusedAndNothingIsLeftBehind() throws IOException {
        Files.writeString(project.resolve("out.csv"), "what was there before");
        List<List<String>> rows = ScoredProject.table(sites.data());
        int place = rows.get(0).indexOf("n_arms");
        sites.write(
                "data/lung_sites.csv",
                rows.stream().map(row -> ScoredProject.without(row, place)).toList());

        Terminal.Answer answer = sites.score("out.csv").exits(2);

        assertThat(answer.err())
                .contains("error[COLUMN_MISSING]: source 'sites' has no column 'n_arms', which the model needs")
                .contains("help: add the column; where a value is not known, leave it blank");
        assertThat(project.resolve("out.csv")).hasContent("what was there before");
        ScoredProject.assertNothingElseIn(project);
    }

    @Test
    void valuesOfAnotherTypeAreRefusedWithTheirColumnAndLine() throws IOException {
        List<List<String>> rows = new ArrayList<>(ScoredProject.table(sites.data()));
        List<String> third = new ArrayList<>(rows.get(3));
        third.set(rows.get(0).indexOf("n_arms"), "many");
        rows.set(3, third);
        sites.write("data/lung_sites.csv", rows);

        assertThat(sites.score("out.csv").exits(2).err())
                .contains(
                        "1 value in column 'n_arms' that is not what it was in training, integer, data/lung_sites.csv:4")
                .doesNotContain("many");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void driftIsAnErrorWhereTheConfigSaysSo() throws IOException {
        sites.edit("  key: site_row_id", "  drift: {severity: error}\n  key: site_row_id");
        sites.change("country", value -> "Atlantis");

        assertThat(sites.score("out.csv").exits(2).err()).contains("error[DATA_DRIFT]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(sites.data());
        Files.write(sites.data(), Arrays.copyOf(whole, whole.length - 60));

        assertThat(sites.score("out.csv").exits(2).err()).contains("error[SOURCE_MALFORMED]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aModelThatIsDamagedIsNotUsed() throws IOException {
        JsonNode version = sites.type("--json", "models", "show", "lung-activation@1")
                .exits(0)
                .json();
        Path graph = ModelFolders.of(
                        project.resolve(".plimsoll"),
                        version.get("model_sha256").asText())
                .resolve("model.onnx");
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        assertThat(graph.toFile().setWritable(true)).isTrue();
        Files.write(graph, bytes);

        assertThat(sites.score("out.csv").exits(1).err()).contains("error[ARTIFACT_DAMAGED]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void keysMustTellRowsApart() throws IOException {
        sites.change("site_row_id", value -> "same");

        assertThat(sites.score("out.csv").exits(2).err())
                .contains("whose key another row has, too, column 'site_row_id'");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void anotherVersionIsUsedWhereItIsAskedFor() {
        sites.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "out.csv", "--version", "1")
                .exits(0);
        assertThat(sites.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "o.csv", "--version", "7")
                        .exits(2)
                        .err())
                .contains("error[UNKNOWN_MODEL]");
        sites.type("models", "retire", "lung-activation", "--reason", "the target changed")
                .exits(0);
        assertThat(sites.score("o.csv").exits(2).err()).contains("error[");
    }

    @Test
    void mistakesOnTheCommandLineAreNamed() {
        assertThat(sites.score("out.xls").exits(2).err()).contains("end it with .csv, .parquet or .jsonl");
        assertThat(sites.score("data/lung_sites.csv").exits(2).err())
                .contains("would replace the rows that they are for");
        assertThat(sites.score("nowhere/out.csv").exits(2).err()).contains("the folder of the file is not there");
        assertThat(sites.type("score", "lung", "data/lung_sites.csv", "-o", "out.csv")
                        .exits(2)
                        .err())
                .contains("give a model type and the rows to score");
        assertThat(sites.type("score", "lung", "ACTIVATION", "none.csv", "-o", "out.csv")
                        .exits(2)
                        .err())
                .contains("error[SOURCE_MISSING]");
    }
}
