package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dataset versions, seen, compared and walked. Two runs: one on the sample's data, one on the same with some rows changed. */
class DatasetsTest {
    private static final String INPUT = "data/lung_sites.csv";

    @TempDir
    static Path project;

    private static Terminal terminal;
    private static String firstRun = "";
    private static String secondRun = "";

    @BeforeAll
    static void runTwice() throws IOException {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
        firstRun = terminal.type("train", "lung", "--json")
                .exits(0)
                .json()
                .get("run")
                .asText();
        Files.write(project.resolve("changed.csv"), changed(Files.readAllLines(project.resolve(INPUT))));
        terminal.type("train", "lung", "--until", "validate", "--data", "sites=changed.csv")
                .exits(0);
        secondRun = terminal.type("datasets", "list", "--json")
                .json()
                .at("/datasets/0/first_run")
                .asText();
    }

    /** Without the first ten rows, and with a further column. */
    private static List<String> changed(List<String> lines) {
        List<String> changed = new ArrayList<>(List.of(lines.get(0) + ",fresh"));
        lines.subList(11, lines.size()).forEach(line -> changed.add(line + ",secretvalue"));
        return changed;
    }

    @Test
    void listsTheNewestVersionOfEach() {
        JsonNode datasets =
                terminal.type("datasets", "list", "--json").exits(0).json().get("datasets");

        assertThat(datasets).hasSize(1);
        assertThat(datasets.at("/0/name").asText()).isEqualTo("lung");
        assertThat(datasets.at("/0/version").asInt()).isEqualTo(2);
        assertThat(datasets.at("/0/run_count").asInt()).isEqualTo(1);
        assertThat(datasets.at("/0/first_run").asText()).isEqualTo(secondRun);
        assertThat(terminal.type("datasets").exits(0).out()).contains("newest", "lung@2");
        assertThat(terminal.type("datasets", "show", "lung").exits(0).out()).contains("lung@2", "lung@1");
    }

    @Test
    void walksFromTheInputToTheModelAndBack() throws IOException {
        String sha256 = Sha256.of(project.resolve(INPUT));

        JsonNode found = terminal.type("datasets", "list", "--input", INPUT, "--json")
                .exits(0)
                .json();
        assertThat(found.at("/input/sha256").asText()).isEqualTo(sha256);
        assertThat(found.get("datasets")).hasSize(1);
        assertThat(found.at("/datasets/0/version").asInt()).isEqualTo(1);

        JsonNode dataset =
                terminal.type("datasets", "show", "lung@1", "--json").exits(0).json();
        assertThat(dataset.at("/runs/0/run").asText()).isEqualTo(firstRun);
        assertThat(dataset.at("/models/0").asText()).isEqualTo("lung-activation@1");

        JsonNode model = terminal.type("models", "show", "lung-activation@1", "--json")
                .exits(0)
                .json();
        assertThat(model.get("run").asText()).isEqualTo(firstRun);
        assertThat(model.at("/dataset/version").asInt()).isEqualTo(1);
        assertThat(model.at("/sources/0/sha256").asText()).isEqualTo(sha256);
        assertThat(model.at("/sources/0/bytes").asLong()).isEqualTo(Files.size(project.resolve(INPUT)));
    }

    @Test
    void saysInWordsWhereARunAndAModelCameFrom() throws IOException {
        String sha256 = Sha256.of(project.resolve(INPUT));

        assertThat(terminal.type("models", "show", "lung-activation@champion")
                        .exits(0)
                        .out())
                .contains("dataset  lung@1", "source   sites: lung_sites.csv", sha256);
        assertThat(terminal.type("runs", "show", firstRun).exits(0).out())
                .containsOnlyOnce("dataset  lung@1")
                .contains("source   sites: lung_sites.csv", sha256);
        assertThat(terminal.type("runs", "show", secondRun).exits(0).out())
                .containsOnlyOnce("dataset  lung@2")
                .contains("source   sites: changed.csv");
        assertThat(terminal.type("datasets", "show", "lung@1").exits(0).out())
                .contains("one for each site_row_id", "lung_sites.csv", sha256, firstRun, "lung-activation@1");
        assertThat(terminal.type("datasets", "show", "lung@2").exits(0).out())
                .contains("changed.csv", secondRun, "models   none");
    }

    @Test
    void saysThatAFileWentIntoNothing() {
        assertThat(terminal.type("datasets", "list", "--input", "plimsoll.yml")
                        .exits(0)
                        .out())
                .contains("no dataset version was made of a file with these bytes");
        assertThat(terminal.type("datasets", "list", "--input", "nothing.csv")
                        .exits(2)
                        .err())
                .contains("error[SOURCE_MISSING]: there is no such file, nothing.csv");
        assertThat(terminal.type("datasets", "list", "--input", "data").exits(2).err())
                .contains("error[SOURCE_UNREADABLE]");
    }

    @Test
    void comparesVersionsAndQuotesNoValueOfTextOrKey() {
        Terminal.Answer answer =
                terminal.type("datasets", "diff", "lung@1", "lung@2", "--json").exits(0);

        JsonNode difference = answer.json();
        int before = difference.at("/before/rows").asInt();
        assertThat(difference.at("/rows/removed").asInt())
                .isBetween(1, 10)
                .isEqualTo(before - difference.at("/after/rows").asInt());
        assertThat(difference.at("/rows/added").asInt()).isZero();
        assertThat(difference.at("/rows/changed").asInt()).isZero();
        assertThat(difference.at("/columns_added/0/name").asText()).isEqualTo("fresh");
        assertThat(difference.get("columns_removed")).isEmpty();
        assertThat(difference.get("same_content").asBoolean()).isFalse();
        assertThat(answer.out()).doesNotContain("secretvalue");

        Terminal.Answer text =
                terminal.type("datasets", "diff", "lung@1", "lung").exits(0);
        assertThat(text.out())
                .contains("lung@1 → lung@2", "0 added", "matched by site_row_id", "1 added (fresh)")
                .doesNotContain("secretvalue");
        assertThat(terminal.type("datasets", "diff", "lung@2", "lung@2")
                        .exits(0)
                        .out())
                .contains("the same content");
    }

    @Test
    void namesWhatIsNearAnUnknownName() {
        assertThat(terminal.type("datasets", "show", "lnug").exits(2).err())
                .contains("error[UNKNOWN_DATASET]: there is no dataset 'lnug' (did you mean 'lung'?)");
        assertThat(terminal.type("datasets", "diff", "lung@1", "lung@3")
                        .exits(2)
                        .err())
                .contains("error[UNKNOWN_DATASET]: there is no version '3' of dataset lung", "1 to 2");
        assertThat(terminal.type("datasets", "show", "lung@new").exits(2).err())
                .contains("there is no version 'new' of dataset lung");
    }

    @Test
    void refusesASnapshotThatIsDamaged(@TempDir Path other) throws IOException {
        SampleProject.writeTo(other);
        Terminal there = new Terminal(other);
        there.type("train", "lung", "--until", "validate").exits(0);
        String place = there.type("datasets", "show", "lung@1", "--json")
                .json()
                .get("place")
                .asText();
        try (RandomAccessFile file = new RandomAccessFile(place, "rw")) {
            file.seek(file.length() / 2);
            int whole = file.read();
            file.seek(file.length() / 2);
            file.write(whole ^ 1);
        }

        assertThat(there.type("datasets", "diff", "lung@1", "lung@1").exits(1).err())
                .contains("error[ARTIFACT_DAMAGED]: the file of this dataset has changed since it was stored");
    }
}
