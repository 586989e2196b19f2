package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is the same every time, holds no row, and scores without Plimsoll as the run did. */
class ExportTest {
    private static final String MODEL = "lung-enrollment";

    @TempDir
    static Path trained;

    @TempDir
    Path folder;

    private Path project;
    private Terminal terminal;
    private JsonNode run;

    @BeforeAll
    static void train() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(trained);
        new Terminal(trained).type("train", "lung", "ENROLLMENT").exits(0);
    }

    @BeforeEach
    void copy() throws IOException {
        project = folder.resolve("project");
        Folders.copy(trained, project);
        terminal = Terminal.later(project, Map.of());
        run = terminal.newestRun();
    }

    @Test
    void theSameVersionGivesTheSameBytesAndNoRowOfAnyTable() throws IOException {
        Path archive = export();
        byte[] first = Files.readAllBytes(archive);
        terminal.type("models", "export", MODEL + "@1").exits(0);
        Files.delete(archive);
        assertThat(Files.readAllBytes(export())).isEqualTo(first);

        Map<String, byte[]> files = Unzipped.of(archive);
        assertThat(List.copyOf(files.keySet()))
                .isSorted()
                .contains(
                        "README.md",
                        "card.html",
                        "score.py",
                        "verdict.json",
                        "model/model.onnx",
                        "model/manifest.json");
        Path model = modelFolder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("model/")) {
                assertThat(model.resolve(file.getKey().substring(6))).hasBinaryContent(file.getValue());
            }
        }
        String all = new String(first, StandardCharsets.UTF_8);
        for (String line : holdout()) {
            assertThat(all.contains(line.split(",", -1)[0])).isFalse();
        }
        assertThat(new String(files.get("README.md"), StandardCharsets.UTF_8))
                .contains(
                        "SELECT * FROM sites WHERE study_type = 'INTERVENTIONAL'",
                        "| `n_arms` | number | becomes 2.0 | – |")
                .contains("mlflow.pyfunc.load_model(\"model\")");
    }

    @Test
    void aDamagedModelIsNotExported() throws IOException {
        Files.writeString(modelFolder().resolve("native/features.json"), "[]");

        assertThat(terminal.type("models", "export", MODEL + "@1").exits(1).err())
                .startsWith("error[ARTIFACT_DAMAGED]: native/features.json does not have the bytes");
        assertThat(project.resolve(MODEL + "-1.zip")).doesNotExist();
    }

    @Test
    void pythonScoresTheHoldoutAsTheRunDid() throws IOException, InterruptedException {
        PythonCheck.assumePython();
        Path exported = Unzipped.into(folder.resolve("elsewhere"), Unzipped.of(export()));
        List<String> evidence = holdout();
        List<String> wanted =
                evidence.stream().map(line -> line.split(",", -1)[0]).toList();
        List<String> table = Files.readAllLines(project.resolve("data/lung_sites.csv"));
        int place = CsvLines.fields(table.get(0)).indexOf("site_row_id");
        Files.write(
                exported.resolve("input.csv"),
                Stream.concat(
                                table.stream().limit(1),
                                table.stream()
                                        .filter(line -> wanted.contains(
                                                CsvLines.fields(line).get(place))))
                        .toList());

        assertThat(score(exported, "input.csv")).startsWith("scored " + wanted.size() + " rows with " + MODEL);
        List<String> scored = Files.readAllLines(exported.resolve("out.csv"));
        assertThat(scored.get(0)).endsWith(",prediction");
        Map<String, Double> found = new TreeMap<>();
        scored.stream()
                .skip(1)
                .forEach(line -> found.put(
                        CsvLines.fields(line).get(place), Double.valueOf(line.substring(line.lastIndexOf(',') + 1))));
        double[] expected = evidence.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
                .toArray();
        double[] predicted = wanted.stream().mapToDouble(found::get).toArray();
        assertThat(Tolerance.around(expected).disagreements(predicted)).isZero();
    }

    @Test
    void pythonSaysWhatIsWrongAndWritesNothing() throws IOException, InterruptedException {
        PythonCheck.assumePython();
        Path exported = Unzipped.into(folder.resolve("elsewhere"), Unzipped.of(export()));
        Files.writeString(exported.resolve("input.csv"), "country,phase\nSpain,P3\n");
        assertThat(score(exported, "input.csv"))
                .startsWith("error: input.csv lacks 6 columns that the model reads: prior_trials_facility, ");
        assertThat(exported.resolve("out.csv")).doesNotExist();

        Files.writeString(exported.resolve("words.csv"), """
                prior_trials_facility,prior_trials_city,start_year,n_arms,country,phase,allocation,sponsor_class
                1,2,2019,2,,,,
                1,2,soon,2,,,,
                """);
        assertThat(score(exported, "words.csv")).isEqualTo("error: line 3, column start_year: not a number");

        Files.writeString(exported.resolve("model/contract.json"), "{}");
        assertThat(score(exported, "words.csv"))
                .startsWith("error: model/contract.json does not have the bytes it was exported with");
    }

    private static String score(Path exported, String input) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getenv("PLIMSOLL_PYTHON"), "score.py", input, "-o", "out.csv"));
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(exported.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said).strip();
    }

    private Path export() {
        terminal.type("models", "export", MODEL + "@1").exits(0);
        return project.resolve(MODEL + "-1.zip");
    }

    private Path modelFolder() {
        return ModelFolders.of(
                project.resolve(".plimsoll"), run.get("model_sha256").asText());
    }

    private List<String> holdout() throws IOException {
        Path evidence = project.resolve(".plimsoll/runs/" + run.get("run").asText() + "/07-evaluate/holdout.csv");
        List<String> lines = Files.readAllLines(evidence);
        return lines.subList(1, lines.size());
    }
}
