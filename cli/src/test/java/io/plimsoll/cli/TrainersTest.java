package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each trainer, encoding and finish from the config file to a registered model, that Python scores and measures alike. */
class TrainersTest {
    private static final String CONFIG = """
            indication: lung
            data:
              sources: {sites: data/lung_sites.csv}
              query: SELECT * FROM sites WHERE study_type = 'INTERVENTIONAL'
              key: site_row_id
              group: trial_id
            split: {holdout: 30%}
            features:
              numeric: [prior_trials_facility, prior_trials_city, start_year, n_arms]
              categorical: [country, phase, allocation, sponsor_class]
              min_level_rows: 5
              encode: {country: target, phase: ordinal, sponsor_class: frequency}
              order: {phase: [PHASE1, PHASE2, PHASE3, PHASE4]}
              rescale: {prior_trials_facility: log, start_year: standardise, prior_trials_city: log_standardise}
            default_model: FOREST
            models:
              FOREST:
                target: ACTIVATION
                task: classification
                trainer: random-forest
                settings: {trees: 40, depth: 8, class_weight: balanced}
                calibrate: platt
                metric: auc
                guardrail: {rules: [{metric: auc, at_least: 0.5, when_inconclusive: register}]}
              LOGISTIC:
                target: ACTIVATION
                task: classification
                trainer: linear
                settings: {l1_share: 0.5}
                calibrate: isotonic
                metric: auc
                guardrail: {rules: [{metric: auc, at_least: 0.5, when_inconclusive: register}]}
              POISSON:
                target: TRIAL_MEAN_ENROLLMENT
                train_where: TRIAL_MEAN_ENROLLMENT > 0
                task: regression
                trainer: linear
                settings: {objective: poisson}
                intervals: 80%
                metric: mae
                guardrail: {rules: [{metric: mae, at_most: 1000}]}
              GAMMA:
                target: TRIAL_MEAN_ENROLLMENT
                train_where: TRIAL_MEAN_ENROLLMENT > 0
                task: regression
                weight: group
                features: {missing: {numeric: keep}}
                settings: {trees: 80, objective: gamma, early_stopping: {patience: 5}, monotone: {start_year: decreasing}}
                metric: mae
                guardrail: {rules: [{metric: mae, at_most: 1000}]}
              NAIVE:
                target: TRIAL_MEAN_ENROLLMENT
                train_where: TRIAL_MEAN_ENROLLMENT > 0
                task: regression
                target_scale: log1p
                trainer: naive
                metric: mae
                guardrail: {rules: [{metric: mae, at_most: 1000}]}
            """;

    @TempDir
    Path project;

    @BeforeAll
    static void needPython() {
        Rounds.onFirstJdkOnly();
        PythonCheck.assumePython();
    }

    @BeforeEach
    void makeAProject() throws IOException {
        SampleProject.writeTo(project);
        Files.writeString(project.resolve("indications/lung.yml"), CONFIG);
    }

    @Test
    void allOfThemAreScoredAndMeasuredAlikeByPythonAndAreTheSameAgain() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(project);
        JsonNode runs = terminal.type("train", "lung", "--all", "--json")
                .exits(0)
                .json()
                .get("runs");

        assertThat(runs).hasSize(5);
        for (JsonNode run : runs) {
            assertThat(run.get("outcome").asText()).isEqualTo("REGISTERED");
            Path workspace = project.resolve(".plimsoll");
            PythonCheck.passes(
                    ModelFolders.of(workspace, run.get("model_sha256").asText()),
                    workspace.resolve("runs").resolve(run.get("run").asText()).resolve("07-evaluate"),
                    project.resolve("data/lung_sites.csv"));
        }
        JsonNode again = terminal.type("train", "lung", "--all", "--json")
                .exits(0)
                .json()
                .get("runs");
        assertThat(again).allSatisfy(run -> assertThat(run.get("code").asText()).isEqualTo("SAME_AS_VERSION"));
    }
}
