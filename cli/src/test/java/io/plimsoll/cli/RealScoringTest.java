package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the real tables of sites, scored by Plimsoll as it was judged, and by Python alike. */
class RealScoringTest {
    private static final Path TABLES =
            Path.of("../../shared/data").toAbsolutePath().normalize();

    private static final String CONFIG = """
            indication: %s
            data: {sources: {sites: '%s'}, key: site_row_id, group: trial_id}
            features:
              numeric: [prior_trials_facility, prior_trials_city, start_year, n_arms, min_age_years]
              categorical: [country, city, phase, allocation, sponsor_class]
            models:
              %s:
                target: %s
                task: %s
                settings: {trees: 60}
                metric: %s
                guardrail: {rules: [%s]}
            output: {keep: [site_row_id, trial_id]}
            """;

    @TempDir
    Path project;

    @BeforeAll
    static void needTablesAndPython() {
        Rounds.onFirstJdkOnly();
        assumeTrue(Files.isDirectory(TABLES), "skipped: no real tables in ../shared/data");
        PythonCheck.assumePython();
    }

    @ParameterizedTest
    @CsvSource({
        "lung, ACTIVATION, ACTIVATION, classification, auc",
        "lung, ENROLLMENT, TRIAL_MEAN_ENROLLMENT, regression, mae_skill",
        "hematology, ENROLLMENT, TRIAL_MEAN_ENROLLMENT, regression, mae_skill"
    })
    void scoresAreWhatWasJudgedAndWhatPythonSays(
            String indication, String modelType, String target, String task, String metric)
            throws IOException, InterruptedException {
        Path table = TABLES.resolve(indication + "_sites.csv");
        Files.createDirectories(project.resolve("indications"));
        Files.writeString(project.resolve("plimsoll.yml"), "");
        String rule = metric.equals("auc") ? "{metric: auc, at_least: 0}" : "{metric: mae, at_most: 1.0e9}";
        Files.writeString(
                project.resolve("indications/" + indication + ".yml"),
                CONFIG.formatted(indication, table, modelType, target, task, metric, rule));
        Terminal terminal = new Terminal(project);
        JsonNode run = terminal.type("--json", "train", indication).exits(0).json();

        JsonNode report = terminal.type("--json", "score", indication, modelType, table.toString(), "-o", "out.csv")
                .exits(0)
                .json();

        Path workspace = project.resolve(".plimsoll");
        Map<String, String> scored = predictions(project.resolve("out.csv"), "prediction");
        assertThat(report.get("rows").asInt()).isEqualTo(scored.size()).isEqualTo(lines(table) - 1);
        Path holdout =
                workspace.resolve("runs").resolve(run.get("run").asText()).resolve("07-evaluate/holdout.csv");
        predictions(holdout, "prediction")
                .forEach((key, judged) ->
                        assertThat(Double.parseDouble(scored.get(key))).as(key).isEqualTo(Double.parseDouble(judged)));
        PythonCheck.run(
                "check_scores.py",
                ModelFolders.of(workspace, run.get("model_sha256").asText()).toString(),
                table.toString(),
                project.resolve("out.csv").toString());
    }

    private static int lines(Path table) throws IOException {
        return Files.readAllLines(table).size();
    }

    private static Map<String, String> predictions(Path file, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place = CsvLines.fields(lines.get(0)).indexOf(column);
        Map<String, String> values = new HashMap<>();
        lines.subList(1, lines.size()).stream()
                .map(CsvLines::fields)
                .forEach(fields -> values.put(fields.get(0), fields.get(place)));
        return values;
    }
}
