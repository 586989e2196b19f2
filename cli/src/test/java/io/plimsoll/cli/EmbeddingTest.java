package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.Contract;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.LocalEngine;
import io.plimsoll.score.Score;
import io.plimsoll.score.Scorer;
import io.plimsoll.storage.LocalWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The champion inside another program: the example that the docs show, and the class that it uses. */
class EmbeddingTest {
    private static final Path EXAMPLE =
            Path.of("../examples/embedding/ScoreOneSite.java").toAbsolutePath();

    @TempDir
    private static Path project;

    @BeforeAll
    static void train() {
        SampleProject.writeTo(project);
        new Terminal(project).type("train", "lung").exits(0);
    }

    @Test
    void theExampleScoresOneSite() throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EXAMPLE.toString(),
                        project.resolve(".plimsoll").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
        try (LocalWorkspace workspace = LocalWorkspace.open(project.resolve(".plimsoll"), Clock.systemUTC());
                Scorer scorer = open(workspace)) {
            assertThat(Files.readString(said))
                    .contains("probability " + scorer.score(site()).prediction() + ", class 1");
        }
    }

    @Test
    void rowsAreScoredAloneAsTogetherAndAsInAFile() throws IOException {
        Terminal.later(project, Map.of())
                .type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "out.csv")
                .exits(0);
        List<List<String>> table = rows("data/lung_sites.csv");
        List<List<String>> scored = rows("out.csv");
        try (LocalWorkspace workspace = LocalWorkspace.open(project.resolve(".plimsoll"), Clock.systemUTC());
                Scorer scorer = open(workspace)) {
            Map<String, Map<String, Object>> byKey = new HashMap<>();
            table.subList(1, table.size()).forEach(row -> byKey.put(row.get(0), row(scorer, table.get(0), row)));
            List<List<String>> some = scored.subList(1, 200);
            List<Score> together = scorer.scores(some.stream()
                    .map(row -> Objects.requireNonNull(byKey.get(row.get(0))))
                    .toList());

            for (int i = 0; i < some.size(); i++) {
                assertThat(together.get(i))
                        .isEqualTo(scorer.score(
                                Objects.requireNonNull(byKey.get(some.get(i).get(0)))));
                assertThat(together.get(i).prediction())
                        .isEqualTo(
                                Double.parseDouble(some.get(i).get(scored.get(0).indexOf("prediction"))));
            }
        }
    }

    @Test
    void whatIsWrongWithARowIsSaid() {
        Map<String, Object> site = site();
        site.remove("n_arms");
        site.put("start_year", "soon");
        try (LocalWorkspace workspace = LocalWorkspace.open(project.resolve(".plimsoll"), Clock.systemUTC());
                Scorer scorer = open(workspace)) {
            assertThatThrownBy(() -> scorer.score(site))
                    .isInstanceOfSatisfying(
                            PlimsollException.class,
                            wrong -> assertThat(wrong.faults())
                                    .extracting(fault -> fault.code() + " " + fault.where())
                                    .containsExactlyInAnyOrder(
                                            "COLUMN_MISSING column 'n_arms', row 1",
                                            "DATA_INVALID column 'start_year', row 1"));
            assertThatThrownBy(() -> Scorer.open(
                            workspace, new LocalEngine().loader(new EngineLimits(1, null)), "lung-activation", "9"))
                    .hasMessageContaining("there is no version or alias '9'");
        }
    }

    private static Scorer open(LocalWorkspace workspace) {
        return Scorer.open(
                workspace, new LocalEngine().loader(new EngineLimits(1, null)), "lung-activation", "champion");
    }

    private static Map<String, Object> site() {
        Map<String, Object> site = new HashMap<>(Map.of(
                "country", "Greece", "sponsor_class", "INDUSTRY", "allocation", "RANDOMIZED", "start_year", 2021));
        site.putAll(Map.of("prior_trials_facility", 4, "prior_trials_city", 31, "n_arms", 2));
        site.put("phase", null);
        return site;
    }

    private static Map<String, Object> row(Scorer scorer, List<String> names, List<String> row) {
        Map<String, Object> values = new HashMap<>();
        scorer.contract().inputs().forEach(input -> {
            String value = row.get(names.indexOf(input.column()));
            boolean number = input.kind() == Contract.Kind.NUMBER;
            values.put(input.column(), value.isEmpty() ? null : number ? (Object) Double.valueOf(value) : value);
        });
        return values;
    }

    private static List<List<String>> rows(String file) throws IOException {
        return Files.readAllLines(project.resolve(file)).stream()
                .map(CsvLines::fields)
                .toList();
    }
}
