package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static io.plimsoll.metric.StandardMetric.MAE;
import static io.plimsoll.metric.StandardMetric.MAE_SKILL;
import static io.plimsoll.metric.StandardMetric.R2;
import static io.plimsoll.metric.StandardMetric.RMSE;
import static io.plimsoll.metric.StandardMetric.WAPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Models that are judged out of folds. */
class FoldedTrainingTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(60);
    private static final GroupFolds DEAL = new GroupFolds("trial", "salt", 5);
    private static final String HOLDOUT = "holdout: 20%, salt: salt";
    private static final String FOLDS = "folds: 5, salt: salt";

    @Test
    void theVersionAndTheRunSayHowTheModelWasJudged() {
        RunReport report = project.train(TABLE, folds());

        String sentence = "judged out of 5 folds; fitted on all 300 labelled rows";
        assertThat(report.errors()).isEmpty();
        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(report.judged()).isEqualTo(sentence);
        assertThat(RunReport.read(report.json())).isEqualTo(report);
        ModelVersion version = workspace.models().alias(MODEL, "champion").orElseThrow();
        assertThat(version.tags())
                .containsEntry("split", "{\"column\":\"trial\",\"folds\":5,\"salt\":\"salt\"}")
                .containsEntry("judged", sentence);
        assertThat(contract(report)).contains("\"folds\" : 5").doesNotContain("fraction");
    }

    @Test
    void everyRowIsJudgedOnceInTheFoldOfItsTrial() {
        RunReport report = project.train(TABLE, folds());

        List<String[]> rows = rows(report);
        assertThat(rows).hasSize(300);
        for (String[] row : rows) {
            int fold = Integer.parseInt(row[5]);
            assertThat(DEAL.each().get(fold - 1).holdsOut(row[1])).isTrue();
        }
    }

    @Test
    void theMetricsCanBeComputedAgainFromWhatIsKept() throws IOException {
        RunReport report =
                project.train(TABLE, config(HOLDOUT, FOLDS, "metric: mae\n", "metric: mae\n    weight: group\n"));

        JsonNode kept = new ObjectMapper().readTree(evidence(report, "07-evaluate/metrics.json"));
        Baseline baseline = new Baseline(
                kept.at("/baseline/mean").asDouble(),
                kept.at("/baseline/median").asDouble());
        Metering metering = new Metering(scored(rows(report)), baseline, 0);
        for (Metric metric : List.of(MAE, RMSE, WAPE, R2, MAE_SKILL)) {
            assertThat(Objects.requireNonNull(report.metrics().get(metric.label()))
                            .value())
                    .isEqualTo(metering.read(metric).value());
        }
    }

    @Test
    void rowsAndColumnsInAnotherOrderAndOtherThreadsGiveTheSameModelAndFigures() {
        RunReport first = project.train(TABLE, folds());
        RunReport shuffled = project.train(TABLE.shuffled(5), folds());
        RunReport alone = project.train(project.plan(TABLE.shuffled(6).csv(), folds(), StepName.REGISTER, 1));

        assertThat(shuffled.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(shuffled.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(alone.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(shuffled.metrics()).isEqualTo(first.metrics());
        assertThat(alone.metrics()).isEqualTo(first.metrics());
    }

    /** As if the same rows had trained without any split: the folds are a matter of judging. */
    @Test
    void theRegisteredModelHasSeenEveryLabelledRow() {
        RunReport folded = project.train(TABLE, folds());
        RunReport other = project.train(TABLE, config(HOLDOUT, "folds: 3, salt: other"));

        assertThat(onnx(other)).isEqualTo(onnx(folded));
        assertThat(other.modelSha256()).isNotEqualTo(folded.modelSha256());
        assertThat(other.metrics()).isNotEqualTo(folded.metrics());
    }

    @Test
    void theChampionsRecipeIsFittedAgainAndHasTheValueThatItHad() {
        double before = mae(project.train(TABLE, folds()));

        RunReport report = project.train(TABLE, config(HOLDOUT, FOLDS, "trees: 6", "trees: 20"));

        Measure measure = Objects.requireNonNull(championRule(report).measure());
        assertThat(measure.opponent()).isEqualTo(before);
        assertThat(measure.candidate()).isEqualTo(mae(report));
        assertThat(measure.over().rows()).isEqualTo(300);
        assertThat(measure.over().groups()).isEqualTo(60);
        assertThat(measure.over().dropped()).isZero();
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
    }

    @Test
    void aWorseRecipeIsRefused() {
        project.train(TABLE, folds());

        RunReport report = project.train(TABLE, config(HOLDOUT, FOLDS, "trees: 6", "trees: 2"));

        assertThat(championRule(report).result()).isEqualTo(Result.FAIL);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
    }

    @Test
    void aChampionWithAHoldoutIsJudgedByItsRecipeToo() {
        project.train(TABLE, config("min_groups: 10", "min_groups: 5"));

        RunReport report = project.train(TABLE, config(HOLDOUT, FOLDS, "trees: 6", "trees: 20"));

        Measure measure = Objects.requireNonNull(championRule(report).measure());
        assertThat(measure.over().rows()).isEqualTo(300);
        assertThat(measure.over().dropped()).isZero();
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
    }

    /** It was fitted on all of them in the end. */
    @Test
    void aChampionOfFoldsHasSeenEveryHoldoutRow() {
        project.train(TABLE, folds());

        RunReport report = project.train(TABLE, config("trees: 6", "trees: 20"));

        RuleReport rule = championRule(report);
        assertThat(rule.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(rule.code()).isEqualTo(FindingCode.OPPONENT_SAW_HOLDOUT);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
    }

    @Test
    void aChampionWhoseColumnsAreGoneCannotBeFittedAgain() {
        project.train(TABLE, folds());

        RunReport report = project.train(
                TABLE.renamed("year", "first_year"),
                config(HOLDOUT, FOLDS, "numeric: [size, year]", "numeric: [size, first_year]"));

        RuleReport rule = championRule(report);
        assertThat(rule.code()).isEqualTo(FindingCode.OPPONENT_UNLOADABLE);
        assertThat(rule.explanation())
                .startsWith("lung-dose@1 cannot be fitted again: the modelling table has no column 'year'");
    }

    @Test
    void anotherTargetIsAnotherQuestion() {
        project.train(TABLE, folds());

        RunReport report = project.train(
                TABLE.renamed("dose", "amount"), config(HOLDOUT, FOLDS, "target: dose", "target: amount"));

        assertThat(championRule(report).code()).isEqualTo(FindingCode.DIFFERENT_QUESTION);
    }

    @Test
    void classesAreJudgedInFoldsToo() {
        RunReport report = project.train(
                TABLE,
                config(
                        HOLDOUT,
                        FOLDS,
                        "target: dose",
                        "target: active",
                        "task: regression",
                        "task: classification",
                        "min_groups: 10\n",
                        "min_groups: 10\n      suspicious: 1\n",
                        "metric: mae\n",
                        "metric: auc\n",
                        "{metric: mae, against: champion, worse_by_at_most: 1%}",
                        "{metric: auc, against: prior, better_by: 0.1}",
                        "{metric: mae, against: median, better_by: 5%}",
                        "{metric: log_loss, against: prior, better_by: 5%}"));

        assertThat(report.code()).as(report.reason()).isEqualTo(OutcomeCode.FIRST_VERSION);
        Measure againstPrior = Objects.requireNonNull(
                Objects.requireNonNull(report.verdict()).rules().get(0).measure());
        assertThat(againstPrior.opponent()).isEqualTo(0.5);
    }

    @Test
    void tooFewGroupsForTheFoldsAreRefusedBeforeAnythingIsTrained() {
        SmallTable two = TABLE.with("trial", trial -> trial.length() == 2 ? "one" : "other");

        RunReport report = project.train(two, config(HOLDOUT, FOLDS + ", min_groups: 2"));

        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.errors())
                .extracting(Fault::line)
                .allSatisfy(line -> assertThat(line)
                        .matches("error\\[DATA_INVALID]: the split leaves no rows in [34] of 5 folds;"
                                + " 2 groups are dealt, split"));
        assertThat(project.steps())
                .containsExactly("read SUCCEEDED", "preprocess SUCCEEDED", "validate SUCCEEDED", "split FAILED");
    }

    private static String folds() {
        return config(HOLDOUT, FOLDS);
    }

    private static double mae(RunReport report) {
        return Objects.requireNonNull(report.metrics().get("mae")).value();
    }

    private static RuleReport championRule(RunReport report) {
        assertThat(report.errors()).isEmpty();
        return Objects.requireNonNull(report.verdict()).rules().get(0);
    }

    private String contract(RunReport report) {
        return new String(file(report, "contract.json"), StandardCharsets.UTF_8);
    }

    private byte[] onnx(RunReport report) {
        return file(report, "model.onnx");
    }

    private byte[] file(RunReport report, String name) {
        String sha256 = Objects.requireNonNull(report.modelSha256());
        return Objects.requireNonNull(
                workspace.artifacts().model(sha256).files().get(name));
    }

    private List<String[]> rows(RunReport report) {
        String csv = evidence(report, "07-evaluate/holdout.csv");
        assertThat(csv).startsWith("key,group,target,prediction,weight,fold\n");
        return csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private String evidence(RunReport report, String path) {
        return new String(workspace.artifacts().evidence(report.run(), path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static ScoredRows scored(List<String[]> rows) {
        return new ScoredRows(
                column(rows, 2),
                column(rows, 3),
                column(rows, 4),
                rows.stream().map(row -> row[1]).toArray(String[]::new));
    }

    private static double[] column(List<String[]> rows, int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }
}
