package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private ScoredProject sites;

    @BeforeAll
    static void train() {
        ScoredProject.train(trained);
    }

    @BeforeEach
    void open() throws IOException {
        sites = ScoredProject.copyOf(trained, project);
    }

    @Test
    void scoresAreThePredictionsByWhichTheModelWasJudgedToTheLastBit() throws IOException {
        JsonNode report = sites.score("out.csv").exits(0).json();

        Map<String, String> scored = sites.byKey("out.csv", "prediction");
        Map<String, String> judged = sites.judged("ACTIVATION");
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
        JsonNode report = sites.score("out.csv").exits(0).json();

        int rows = Files.readAllLines(sites.data()).size() - 1;
        List<String> skipped = Files.readAllLines(project.resolve("out.csv.skipped"));
        assertThat(skipped.get(0)).isEqualTo("site_row_id");
        assertThat(report.get("left_out").asLong())
                .isEqualTo(skipped.size() - 1)
                .isPositive();
        assertThat(report.get("rows").asLong() + skipped.size() - 1).isEqualTo(rows);
        assertThat(sites.byKey("out.csv", "prediction")).doesNotContainKeys(skipped.get(1));
    }

    @Test
    void theFileHasTheKeptColumnsThePredictionAndWhoseItIs() throws IOException {
        sites.score("out.csv").exits(0);

        List<String> lines = Files.readAllLines(project.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("site_row_id,trial_id,country,prediction,class,model_version,run");
        assertThat(lines.get(1)).contains(",lung-activation@1,r-");
        assertThat(project.resolve("scores/out.csv")).hasSameBinaryContentAs(project.resolve("out.csv"));
    }

    @Test
    void parquetAndJsonLinesHoldTheSame() throws IOException {
        sites.score("out.csv").exits(0);
        sites.score("out.jsonl").exits(0);
        sites.score("out.parquet").exits(0);
        sites.type("score", "lung", "ACTIVATION", "out.parquet", "-o", "again.csv")
                .exits(2);

        Map<String, String> scored = sites.byKey("out.csv", "prediction");
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
        sites.score("out.csv").exits(0);
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
        List<List<String>> rows = ScoredProject.table(sites.data());
        List<Integer> places = needed.stream().map(rows.get(0)::indexOf).toList();
        sites.write(
                "few.csv",
                rows.stream().map(row -> places.stream().map(row::get).toList()).toList(),
                "note");

        sites.type("score", "lung", "ACTIVATION", "few.csv", "-o", "few-out.csv")
                .exits(0);

        assertThat(sites.byKey("few-out.csv", "prediction")).isEqualTo(sites.byKey("out.csv", "prediction"));
    }

    @Test
    void targetsThatAreNotKnownYetAndTheFilterOfTrainingChangeNothing() throws IOException {
        sites.type("score", "lung", "ENROLLMENT", "data/lung_sites.csv", "-o", "out.csv")
                .exits(0);
        sites.change("TRIAL_MEAN_ENROLLMENT", value -> "");

        sites.type("score", "lung", "ENROLLMENT", "data/lung_sites.csv", "-o", "later.csv")
                .exits(0);

        assertThat(sites.byKey("later.csv", "prediction"))
                .isEqualTo(sites.byKey("out.csv", "prediction"))
                .hasSizeGreaterThan(sites.judged("ENROLLMENT").size());
    }

    @Test
    void categoriesThatTrainingDidNotMeetAreCountedAndToldOf() throws IOException {
        sites.change("country", value -> "Atlantis");

        Terminal.Answer answer = sites.score("out.csv").exits(0);

        JsonNode country = ScoredProject.input(answer.json(), "country");
        assertThat(country.get("unseen").asLong())
                .isEqualTo(answer.json().get("rows").asLong());
        assertThat(answer.err()).contains("warning[DATA_DRIFT]").contains("column 'country'");
    }

    @Test
    void reasonsAddUpToThePrediction() throws IOException {
        sites.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", "out.csv", "--explain", "3")
                .exits(0);

        List<List<String>> rows = ScoredProject.table(project.resolve("out.csv"));
        List<String> names = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            double sum = ScoredProject.number(row, names, "base") + ScoredProject.number(row, names, "others_by");
            for (int i = 1; i <= 3; i++) {
                sum += ScoredProject.number(row, names, "reason_" + i + "_by");
            }
            assertThat(1 / (1 + Math.exp(-sum)))
                    .isCloseTo(ScoredProject.number(row, names, "prediction"), within(1e-5));
        }
        assertThat(names).contains("reason_1", "reason_scale");
    }

    @Test
    void allModelTypesGoIntoOneFile() throws IOException {
        sites.score("out.csv").exits(0);

        sites.type("score", "lung", "--all", "data/lung_sites.csv", "-o", "all.csv")
                .exits(0);

        List<List<String>> rows = ScoredProject.table(project.resolve("all.csv"));
        assertThat(rows.get(0))
                .startsWith("site_row_id", "trial_id", "country")
                .contains("activation_prediction", "nonenrollment_class", "enrollment_prediction", "enrollment_run");
        Map<String, String> alone = sites.byKey("out.csv", "prediction");
        assertThat(sites.byKey("all.csv", "activation_prediction")).isEqualTo(alone);
    }

    @Test
    void aScoringIsARunWithItsStepsAndWhatItReadAndWrote() {
        String id = sites.score("out.csv").exits(0).json().get("run").asText();

        JsonNode run = sites.type("--json", "runs", "show", id).exits(0).json();
        assertThat(run.get("kind").asText()).isEqualTo("SCORING");
        assertThat(run.get("steps"))
                .hasSize(5)
                .allSatisfy(step -> assertThat(step.get("status").asText()).isEqualTo("SUCCEEDED"));
        assertThat(sites.type("runs", "show", id).exits(0).out())
                .contains("rows scored", "lung-activation@1", "inputs against lung@1");
        sites.type("doctor").exits(0);
        sites.type("guardrail", "backtest", "lung", "ACTIVATION").exits(0);
        assertThat(sites.type("runs", "diff", id, id).exits(2).err()).contains("a run of kind SCORING made no model");
    }
}
