package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rows through the champion of the sample project, as a person at a terminal has them scored. */
class ScoreTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path project;

    private Terminal terminal;

    @BeforeAll
    static void train() throws IOException {
        SampleProject.writeTo(trained);
        new Terminal(trained).type("train", "lung", "--all").exits(0);
    }

    @BeforeEach
    void open() throws IOException {
        Folders.copy(trained, project);
        terminal = Terminal.later(project, Map.of());
    }

    @Test
    void scoresAreThePredictionsByWhichTheModelWasJudgedToTheLastBit() throws IOException {
        JsonNode report = score("out.csv").exits(0).json();

        Map<String, String> scored = byKey("out.csv", "prediction");
        Map<String, String> judged = judged("ACTIVATION");
        assertThat(judged).hasSizeGreaterThan(500);
        judged.forEach((key, prediction) ->
                assertThat(Double.parseDouble(scored.get(key))).as(key).isEqualTo(Double.parseDouble(prediction)));
        assertThat(report.get("rows").asLong()).isEqualTo(scored.size());
        assertThat(report.get("model").asText()).isEqualTo("lung-activation");
        assertThat(report.at("/outputs/0/sha256").asText()).hasSize(64);
        assertThat(report.at("/sources/0/sha256").asText()).hasSize(64);
    }

    @Test
    void everyRowIsEitherScoredOrListed() throws IOException {
        JsonNode report = score("out.csv").exits(0).json();

        long rows = Files.lines(data()).count() - 1;
        List<String> skipped = Files.readAllLines(project.resolve("out.csv.skipped"));
        assertThat(skipped.get(0)).isEqualTo("site_row_id");
        assertThat(report.get("left_out").asLong())
                .isEqualTo(skipped.size() - 1)
                .isPositive();
        assertThat(report.get("rows").asLong() + skipped.size() - 1).isEqualTo(rows);
        assertThat(byKey("out.csv", "prediction")).doesNotContainKeys(skipped.get(1));
    }

    @Test
    void theFileHasTheKeptColumnsThePredictionAndWhoseItIs() throws IOException {
        score("out.csv").exits(0);

        List<String> lines = Files.readAllLines(project.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("site_row_id,trial_id,country,prediction,class,model_version,run");
        assertThat(lines.get(1)).contains(",lung-activation@1,r-");
        assertThat(project.resolve("scores/out.csv")).hasSameBinaryContentAs(project.resolve("out.csv"));
    }

    @Test
    void parquetAndJsonLinesHoldTheSame() throws IOException {
        score("out.csv").exits(0);
        score("out.jsonl").exits(0);
        score("out.parquet").exits(0);
        terminal.type("score", "lung", "ACTIVATION", "out.parquet", "-o", "again.csv")
                .exits(2);

        Map<String, String> scored = byKey("out.csv", "prediction");
        for (String line : Files.readAllLines(project.resolve("out.jsonl"))) {
            JsonNode row = new JsonMapper().readTree(line);
            assertThat(row.get("prediction").asDouble())
                    .isEqualTo(
                            Double.parseDouble(scored.get(row.get("site_row_id").asText())));
        }
        assertThat(Files.readAllBytes(project.resolve("out.parquet")))
                .startsWith("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void columnsAreFoundByNameAndOnesThatNothingNeedsMayBeAbsentOrNew() throws IOException {
        score("out.csv").exits(0);
        List<String> needed = List.of(
                "sponsor_class",
                "site_row_id",
                "allocation",
                "country",
                "phase",
                "trial_id",
                "n_arms",
                "study_type",
                "start_year",
                "prior_trials_city",
                "prior_trials_facility");
        List<List<String>> rows = table(data());
        List<Integer> places = needed.stream().map(rows.get(0)::indexOf).toList();
        write(
                "few.csv",
                rows.stream().map(row -> places.stream().map(row::get).toList()).toList(),
                "note");

        terminal.type("score", "lung", "ACTIVATION", "few.csv", "-o", "few-out.csv")
                .exits(0);

        assertThat(byKey("few-out.csv", "prediction")).isEqualTo(byKey("out.csv", "prediction"));
    }

    @Test
    void targetsThatAreNotKnownYetAndTheFilterOfTrainingChangeNothing() throws IOException {
        terminal.type("score", "lung", "ENROLLMENT", "data/lung_sites.csv", "-o", "out.csv")
                .exits(0);
        change("TRIAL_MEAN_ENROLLMENT", value -> "");

        terminal.type("score", "lung", "ENROLLMENT", "data/lung_sites.csv", "-o", "later.csv")
                .exits(0);

        assertThat(byKey("later.csv", "prediction"))
                .isEqualTo(byKey("out.csv", "prediction"))
                .hasSizeGreaterThan(judged("ENROLLMENT").size());
    }

    @Test
    void aMissingFeatureIsRefusedAndNothingIsLeftBehind() throws IOException {
        Files.writeString(project.resolve("out.csv"), "what was there before");
        List<List<String>> rows = table(data());
        int place = rows.get(0).indexOf("n_arms");
        write(
                "data/lung_sites.csv",
                rows.stream().map(row -> without(row, place)).toList());

        Terminal.Answer answer = score("out.csv").exits(2);

        assertThat(answer.err())
                .contains("error[COLUMN_MISSING]: source 'sites' has no column 'n_arms', which the model needs")
                .contains("help: add the column; where a value is not known, leave it blank");
        assertThat(project.resolve("out.csv")).hasContent("what was there before");
        assertNothingElseIn(project);
    }

    @Test
    void valuesOfAnotherTypeAreRefusedWithTheirColumnAndLine() throws IOException {
        List<List<String>> rows = new ArrayList<>(table(data()));
        List<String> third = new ArrayList<>(rows.get(3));
        third.set(rows.get(0).indexOf("n_arms"), "many");
        rows.set(3, third);
        write("data/lung_sites.csv", rows);

        assertThat(score("out.csv").exits(2).err())
                .contains(
                        "1 value in column 'n_arms' that is not what it was in training, integer, data/lung_sites.csv:4")
                .doesNotContain("many");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void categoriesThatTrainingDidNotMeetAreCountedAndToldOf() throws IOException {
        change("country", value -> "Atlantis");

        Terminal.Answer answer = score("out.csv").exits(0);

        JsonNode country = input(answer.json(), "country");
        assertThat(country.get("unseen").asLong())
                .isEqualTo(answer.json().get("rows").asLong());
        assertThat(answer.err()).contains("warning[DATA_DRIFT]").contains("column 'country'");
    }

    @Test
    void driftIsAnErrorWhereTheConfigSaysSo() throws IOException {
        edit("  key: site_row_id", "  drift: {severity: error}\n  key: site_row_id");
        change("country", value -> "Atlantis");

        assertThat(score("out.csv").exits(2).err()).contains("error[DATA_DRIFT]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aFileThatWasCutIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(data());
        Files.write(data(), Arrays.copyOf(whole, whole.length - 60));

        assertThat(score("out.csv").exits(2).err()).contains("error[SOURCE_MALFORMED]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aModelThatIsDamagedIsNotUsed() throws IOException {
        JsonNode version = terminal.type("--json", "models", "show", "lung-activation@1")
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

        assertThat(score("out.csv").exits(1).err()).contains("error[ARTIFACT_DAMAGED]");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void keysMustTellRowsApart() throws IOException {
        change("site_row_id", value -> "same");

        assertThat(score("out.csv").exits(2).err()).contains("whose key another row has, too, column 'site_row_id'");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void reasonsAddUpToThePrediction() throws IOException {
        terminal.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "out.csv", "--explain", "3")
                .exits(0);

        List<List<String>> rows = table(project.resolve("out.csv"));
        List<String> names = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            double sum = number(row, names, "base") + number(row, names, "others_by");
            for (int i = 1; i <= 3; i++) {
                sum += number(row, names, "reason_" + i + "_by");
            }
            assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(number(row, names, "prediction"), within(1e-5));
        }
        assertThat(names).contains("reason_1", "reason_scale");
    }

    @Test
    void allModelTypesGoIntoOneFile() throws IOException {
        score("out.csv").exits(0);

        terminal.type("score", "lung", "--all", "data/lung_sites.csv", "-o", "all.csv")
                .exits(0);

        List<List<String>> rows = table(project.resolve("all.csv"));
        assertThat(rows.get(0))
                .startsWith("site_row_id", "trial_id", "country")
                .contains("activation_prediction", "nonenrollment_class", "enrollment_prediction", "enrollment_run");
        Map<String, String> alone = byKey("out.csv", "prediction");
        assertThat(byKey("all.csv", "activation_prediction")).isEqualTo(alone);
    }

    @Test
    void aScoringIsARunWithItsStepsAndWhatItReadAndWrote() {
        String id = score("out.csv").exits(0).json().get("run").asText();

        JsonNode run = terminal.type("--json", "runs", "show", id).exits(0).json();
        assertThat(run.get("kind").asText()).isEqualTo("SCORING");
        assertThat(run.get("steps"))
                .hasSize(5)
                .allSatisfy(step -> assertThat(step.get("status").asText()).isEqualTo("SUCCEEDED"));
        assertThat(terminal.type("runs", "show", id).exits(0).out())
                .contains("rows scored", "lung-activation@1", "inputs against lung@1");
        terminal.type("doctor").exits(0);
    }

    @Test
    void anotherVersionIsUsedWhereItIsAskedFor() {
        terminal.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "out.csv", "--version", "1")
                .exits(0);
        assertThat(terminal.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "o.csv", "--version", "7")
                        .exits(2)
                        .err())
                .contains("error[UNKNOWN_MODEL]");
        terminal.type("models", "retire", "lung-activation", "--reason", "the target changed")
                .exits(0);
        assertThat(score("o.csv").exits(2).err()).contains("error[");
    }

    @Test
    void mistakesOnTheCommandLineAreNamed() {
        assertThat(score("out.xls").exits(2).err()).contains("end it with .csv, .parquet or .jsonl");
        assertThat(score("data/lung_sites.csv").exits(2).err()).contains("would replace the rows that they are for");
        assertThat(score("nowhere/out.csv").exits(1).err()).contains("error[STORAGE]");
        assertThat(terminal.type("score", "lung", "data/lung_sites.csv", "-o", "out.csv")
                        .exits(2)
                        .err())
                .contains("give a model type and the rows to score");
        assertThat(terminal.type("score", "lung", "ACTIVATION", "none.csv", "-o", "out.csv")
                        .exits(2)
                        .err())
                .contains("error[SOURCE_MISSING]");
    }

    private Terminal.Answer score(String output) {
        return terminal.type("--json", "score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", output);
    }

    private Path data() {
        return project.resolve("data/lung_sites.csv");
    }

    /** Holdout predictions of the run that made a model type's first version. */
    private Map<String, String> judged(String modelType) throws IOException {
        JsonNode version = terminal.type(
                        "--json", "models", "show", "lung-" + modelType.toLowerCase(Locale.ROOT) + "@1")
                .exits(0)
                .json();
        return byKey(".plimsoll/runs/" + version.get("run").asText() + "/07-evaluate/holdout.csv", "prediction");
    }

    private Map<String, String> byKey(String file, String column) throws IOException {
        List<List<String>> rows = table(project.resolve(file));
        int place = rows.get(0).indexOf(column);
        Map<String, String> values = new HashMap<>();
        rows.subList(1, rows.size()).forEach(row -> values.put(row.get(0), row.get(place)));
        return values;
    }

    private static double number(List<String> row, List<String> names, String column) {
        String value = row.get(names.indexOf(column));
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static JsonNode input(JsonNode report, String column) {
        for (JsonNode input : report.get("inputs")) {
            if (input.get("column").asText().equals(column)) {
                return input;
            }
        }
        throw new AssertionError("no input " + column);
    }

    private void change(String column, UnaryOperator<String> change) throws IOException {
        List<List<String>> rows = table(data());
        int place = rows.get(0).indexOf(column);
        List<List<String>> changed = new ArrayList<>(List.of(rows.get(0)));
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> other = new ArrayList<>(row);
            other.set(place, change.apply(row.get(place)));
            changed.add(other);
        }
        write("data/lung_sites.csv", changed);
    }

    private void edit(String text, String by) throws IOException {
        Path config = project.resolve("indications/lung.yml");
        String yaml = Files.readString(config);
        assertThat(yaml).contains(text);
        Files.writeString(config, yaml.replace(text, by));
    }

    private static List<String> without(List<String> row, int place) {
        List<String> rest = new ArrayList<>(row);
        rest.remove(place);
        return rest;
    }

    private static List<List<String>> table(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(CsvLines::fields).toList();
    }

    /** @param further columns that are new, and empty */
    private void write(String file, List<List<String>> rows, String... further) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String more = lines.isEmpty() ? "," + String.join(",", further) : ",".repeat(further.length);
            lines.add(String.join(",", row) + (further.length == 0 ? "" : more));
        }
        Files.write(project.resolve(file), lines);
    }

    private static void assertNothingElseIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("out.csv")))
                    .containsExactly("out.csv");
        }
    }
}
