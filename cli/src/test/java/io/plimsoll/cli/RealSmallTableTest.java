package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real table of 637 sites in 26 studies, judged in folds, where it lies beside the checkout. */
class RealSmallTableTest {
    private static final Path TABLE = Path.of("../../shared/data/cancer_programme_sites.csv")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() throws IOException {
        Rounds.onFirstJdkOnly();
        assumeTrue(Files.exists(TABLE), "skipped: no real tables in ../shared/data");
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
        write("{holdout: 20%}", 60);
    }

    @Test
    void checkRecommendsFoldsForItsHoldout() throws IOException {
        String advice = terminal.type("check", "programme").exits(0).out();

        assertThat(advice)
                .containsPattern(
                        "advice: the holdout has \\d groups?, fewer than the guardrail's min_groups 30, so rules"
                                + " would be inconclusive; `split: \\{folds: 5}` would judge on all 26 groups");
        write("{folds: 5}", 60);
        assertThat(terminal.type("check", "programme").exits(0).out())
                .contains("would be judged out of 5 folds on 637 rows in 26 groups, and train on all of them")
                .doesNotContain("advice:");
    }

    @Test
    void comesToAVerdictInFoldsAndThenAgainstItsChampion() throws IOException {
        write("{folds: 5}", 60);
        Terminal.Answer first = terminal.type("train", "programme", "--json");

        JsonNode run = first.json();
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
        assertThat(run.get("judged").asText()).isEqualTo("judged out of 5 folds; fitted on all 637 labelled rows");
        assertThat(run.at("/verdict/result").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(run.at("/verdict/code").asText()).isEqualTo("TOO_FEW_GROUPS");
        assertThat(run.at("/verdict/rules/0/measure/over/groups").asInt()).isEqualTo(26);
        assertThat(run.at("/verdict/rules/0/measure/over/rows").asInt()).isEqualTo(637);
        assertThat(run.at("/metrics/auc/value").asDouble()).isBetween(0.5, 0.95);
        assertThat(run.get("outcome").asText()).as(run.toString()).isEqualTo("REGISTERED");

        write("{folds: 5}", 61);
        Terminal.Answer second = terminal.type("train", "programme", "--json");

        JsonNode rule = second.json().at("/verdict/rules/1");
        assertThat(rule.at("/measure/opponent").asDouble())
                .isEqualTo(run.at("/metrics/log_loss/value").asDouble());
        assertThat(rule.at("/measure/over/dropped").asInt()).isZero();
    }

    @Test
    void peopleAreToldHowItWasJudged() throws IOException {
        write("{folds: 5}", 60);

        String told = terminal.type("train", "programme").exits(0).out();

        assertThat(told).contains("judged out of 5 folds; fitted on all 637 labelled rows", "out of fold");
        assertThat(terminal.type("models", "show", "programme-nonenrollment@1")
                        .exits(0)
                        .out())
                .contains("judged out of 5 folds");
    }

    @Test
    void pythonMeasuresTheFoldsAlike() throws IOException, InterruptedException {
        PythonCheck.assumePython();
        write("{folds: 5}", 60);
        JsonNode run = terminal.type("train", "programme", "--json").json();

        Path workspace = project.resolve(".plimsoll");
        PythonCheck.passes(
                ModelFolders.of(workspace, run.get("model_sha256").asText()),
                workspace.resolve("runs").resolve(run.get("run").asText()).resolve("07-evaluate"),
                TABLE);
    }

    private void write(String split, int trees) throws IOException {
        Files.writeString(project.resolve("indications/programme.yml"), """
                indication: programme
                data:
                  sources: {sites: '%s'}
                  key: site_row_id
                  group: trial_id
                split: %s
                features:
                  numeric: [registration_rank, prior_studies_same_site, prior_cases_same_site]
                  categorical: [bcr, country, site_type]
                models:
                  NONENROLLMENT:
                    target: NONENROLLMENT
                    task: classification
                    settings: {trees: %d, depth: 3}
                    metric: auc
                    guardrail:
                      rules:
                        - {metric: auc, at_least: 0.5}
                        - {metric: log_loss, against: champion, worse_by_at_most: 5%%}
                """.formatted(TABLE, split, trees));
    }
}
