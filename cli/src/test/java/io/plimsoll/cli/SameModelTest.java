package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One table in every form that it can come in, on any number of threads, in any place and time: one dataset and one model. On the real table
 * where that lies beside the checkout, on the sample else.
 */
class SameModelTest {
    private static final Path REAL =
            Path.of("../../shared/data/lung_sites.csv").toAbsolutePath().normalize();
    private static final int PARTS = 7;

    @TempDir
    static Path original;

    @TempDir
    Path project;

    private Path table;
    private Trained expected;

    /** What may not differ. */
    private record Trained(String dataset, String model) {
        static Trained of(JsonNode run) {
            return new Trained(
                    run.at("/dataset/sha256").asText(), run.get("model_sha256").asText());
        }
    }

    @BeforeAll
    static void train() throws IOException {
        Rounds.onFirstJdkOnly();
        write(original);
        Path table = Files.exists(REAL) ? REAL : original.resolve("data/lung_sites.csv");
        new Terminal(original).type("train", "lung", "--data", "sites=" + table).exits(0);
    }

    /** With fewer trees in the bounded form. */
    private static void write(Path folder) throws IOException {
        SampleProject.writeTo(folder);
        Path config = folder.resolve("indications/lung.yml");
        Files.writeString(config, Files.readString(config).replace("trees: 250", "trees: " + Rounds.of(60, 250)));
    }

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(original, project);
        table = Files.exists(REAL) ? REAL : project.resolve("data/lung_sites.csv");
        expected = Trained.of(new Terminal(project).newestRun());
        assertThat(expected.model()).hasSize(64);
    }

    @Test
    void rowsAndColumnsInAnotherOrder() throws IOException {
        assertThat(trainedOn(written("shuffled.csv", csv(shuffled()), "\n"))).isEqualTo(expected);
    }

    @Test
    void windowsLineEndsAndAByteOrderMark() throws IOException {
        Path file = project.resolve("windows.csv");
        Files.writeString(file, "\ufeff" + Files.readString(table).replace("\n", "\r\n"));

        assertThat(trainedOn(file)).isEqualTo(expected);
    }

    @Test
    void splitIntoSevenFilesOfDifferentColumnOrder() throws IOException {
        List<List<String>> rows = shuffled();
        List<String> head = rows.get(0);
        Path folder = Files.createDirectories(project.resolve("parts"));
        for (int part = 0; part < PARTS; part++) {
            List<List<String>> some = new ArrayList<>(List.of(head));
            for (int row = 1 + part; row < rows.size(); row += PARTS) {
                some.add(rows.get(row));
            }
            int turned = part;
            List<List<String>> turnedRows =
                    some.stream().map(row -> turned(row, turned)).toList();
            written("parts/sites-" + part + ".csv", csv(turnedRows), "\n");
        }

        assertThat(trainedOn(folder.resolve("sites-*.csv"))).isEqualTo(expected);
    }

    @Test
    void asParquetAndAsJsonLines() throws IOException, InterruptedException {
        PythonCheck.assumePython();
        PythonCheck.run("other_formats.py", table.toString(), project.toString());

        assertThat(trainedOn(project.resolve("typed.parquet"))).isEqualTo(expected);
        assertThat(trainedOn(project.resolve("texts.parquet"))).isEqualTo(expected);
        assertThat(trainedOn(project.resolve("sites.jsonl"))).isEqualTo(expected);
    }

    @Test
    void onAnyNumberOfThreads() throws IOException {
        for (int threads : List.of(1, 2, 4)) {
            Files.writeString(project.resolve("plimsoll.yml"), "limits: {threads: " + threads + "}\n");
            assertThat(trainedOn(table)).as("%s threads", threads).isEqualTo(expected);
        }
    }

    /** New processes, of every JDK that is found, each in another folder, zone, locale and at another time. */
    @Test
    void inEveryProcess() throws IOException, InterruptedException {
        int restarts = Rounds.of(3, 20);
        List<Path> jdks = NewProcess.jdks();
        List<String> places = List.of(
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu",
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/St_Johns",
                "-Duser.language=de -Duser.country=DE -Duser.timezone=Pacific/Apia");
        for (int i = 0; i < restarts; i++) {
            Path folder = Files.createTempDirectory(project, "größe " + i + " ");
            write(folder);
            Path java = jdks.get(i % jdks.size());
            String place = places.get(i % places.size());

            assertThat(Trained.of(NewProcess.train(java, place, folder, table)))
                    .as("%s %s", java, place)
                    .isEqualTo(expected);
        }
    }

    private Trained trainedOn(Path data) throws IOException {
        Path workspace = Files.createTempDirectory(project, "workspace");
        return Trained.of(new Terminal(project)
                .type("-w", workspace.toString(), "--json", "train", "lung", "--data", "sites=" + data)
                .json());
    }

    private List<List<String>> shuffled() throws IOException {
        List<List<String>> rows = Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .map(CsvLines::fields)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> head = rows.remove(0);
        Collections.shuffle(rows, new Random(4));
        rows.add(0, head);
        List<Integer> order = IntStream.range(0, head.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(5));
        return rows.stream().map(row -> order.stream().map(row::get).toList()).toList();
    }

    private static List<String> turned(List<String> row, int by) {
        List<String> turned = new ArrayList<>(row);
        Collections.rotate(turned, by);
        return turned;
    }

    private static List<String> csv(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).toList();
    }

    private Path written(String name, List<String> lines, String end) {
        try {
            return Files.writeString(
                    project.resolve(name),
                    lines.stream().map(line -> line + end).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
