package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.VerdictReport.AlarmReport;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.StepRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPipelineTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);

    @Test
    void theFirstModelIsRegisteredAndBecomesChampion() {
        RunReport report = project.train(TABLE);

        assertThat(report.errors()).isEmpty();
        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.outcome()).isEqualTo(Outcome.REGISTERED);
        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(report.version()).isEqualTo(1);
        assertThat(report.exit()).isZero();
        assertThat(report.decision() + " " + report.decidedBy()).isEqualTo("REGISTER VERDICT");
        ModelVersion champion = workspace.models().alias(MODEL, "champion").orElseThrow();
        assertThat(champion.sha256()).isEqualTo(report.modelSha256());
        assertThat(champion.tags())
                .containsEntry("dataset", "lung@1")
                .containsEntry("experiment", "first")
                .containsKeys("metric.mae", "config_sha256", "training_config_sha256", "library.xgboost", "split");
        assertThat(workspace.artifacts().model(champion.sha256()).files()).containsKey("model.onnx");
    }

    @Test
    void everyStepSucceedsInOrderAndLeavesWhatItFound() {
        RunReport report = project.train(TABLE);

        assertThat(project.steps())
                .containsExactly(
                        "read SUCCEEDED",
                        "preprocess SUCCEEDED",
                        "validate SUCCEEDED",
                        "split SUCCEEDED",
                        "transform SUCCEEDED",
                        "train SUCCEEDED",
                        "evaluate SUCCEEDED",
                        "register SUCCEEDED");
        for (StepName step : RunKind.TRAINING.steps()) {
            assertThat(evidence(report, step.folder() + "/findings.json")).isNotEmpty();
        }
        assertThat(workspace.runs().find(report.run()).orElseThrow().steps())
                .extracting(StepRecord::status)
                .containsOnly(StepStatus.SUCCEEDED);
        assertThat(RunReport.read(evidence(report, "report.json"))).isEqualTo(report);
        assertThat(RunReport.read(report.json())).isEqualTo(report);
    }

    @Test
    void theMetricsCanBeComputedAgainFromWhatIsKept() throws IOException {
        RunReport report = project.train(TABLE, config("metric: mae\n", "metric: mae\n    weight: group\n"));

        JsonNode kept = new ObjectMapper().readTree(evidence(report, "07-evaluate/metrics.json"));
        JsonNode baseline = kept.get("baseline");
        Metering metering = new Metering(
                scored(evidence(report, "07-evaluate/holdout.csv")),
                new Baseline(
                        baseline.get("mean").asDouble(), baseline.get("median").asDouble()),
                kept.get("threshold").asDouble());

        for (Metric metric : List.of(
                StandardMetric.MAE,
                StandardMetric.RMSE,
                StandardMetric.WAPE,
                StandardMetric.R2,
                StandardMetric.MAE_SKILL)) {
            double value = kept.get("metrics").get(metric.label()).get("value").asDouble();
            assertThat(metering.read(metric).value()).isEqualTo(value);
            assertThat(Objects.requireNonNull(report.metrics().get(metric.label()))
                            .value())
                    .isEqualTo(value);
        }
    }

    @Test
    void theSameDataAndConfigGiveTheSameModelWhichIsNotRegisteredAgain() {
        RunReport first = project.train(TABLE);
        RunReport again = project.train(TABLE);

        assertThat(again.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(again.outcome()).isEqualTo(Outcome.NOT_REGISTERED);
        assertThat(again.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.exit()).isZero();
        assertThat(again.reason()).startsWith("this model is lung-dose@1 already");
        assertThat(again.dataset()).isEqualTo(first.dataset());
        assertThat(workspace.models().versions(MODEL)).hasSize(1);
    }

    @Test
    void rowsAndColumnsInAnotherOrderAndOtherThreadsGiveTheSameModel() {
        RunReport first = project.train(TABLE);
        RunReport shuffled = project.train(TABLE.shuffled(5));
        RunReport alone = project.train(
                project.plan(TABLE.shuffled(6).csv().replace("\n", "\r\n"), config(), StepName.REGISTER, 1));

        assertThat(shuffled.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(alone.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(shuffled.dataset()).isEqualTo(first.dataset());
        assertThat(shuffled.metrics()).isEqualTo(first.metrics());
    }

    @Test
    void anotherValueGivesAnotherModelAndDataset() {
        RunReport first = project.train(TABLE);
        RunReport other = project.train(TABLE.with("size", id -> id < 300, size -> "7"));

        assertThat(other.modelSha256()).isNotEqualTo(first.modelSha256());
        assertThat(Objects.requireNonNull(other.dataset()).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "PREPROCESS", "VALIDATE", "SPLIT", "TRANSFORM", "TRAIN", "EVALUATE"})
    void stopsWhereItIsAskedToAndRegistersNothing(StepName until) {
        RunReport report = project.train(project.plan(TABLE.csv(), config(), until, 2));

        assertThat(report.code()).isEqualTo(OutcomeCode.STOPPED_AT_STEP);
        assertThat(report.exit()).isZero();
        assertThat(report.reason()).startsWith("stopped after " + until.label() + ": ");
        assertThat(workspace.models().models()).isEmpty();
        assertThat(workspace.runs().find(report.run()).orElseThrow().steps())
                .allSatisfy(step -> assertThat(step.status())
                        .isEqualTo(step.name().number() <= until.number() ? StepStatus.SUCCEEDED : StepStatus.NOT_RUN));
    }

    @Test
    void aRefusedTableEndsTheRunWithEveryFaultAndNoDataset() {
        SmallTable faulty = TABLE.with("trial", id -> id < 2, id -> "").with("id", id -> id < 3, id -> "900");

        RunReport report = project.train(faulty);

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.errors())
                .extracting(Fault::line)
                .containsExactly(
                        "error[DATA_INVALID]: the key is not unique: 2 rows of 600 repeat a key that another row has,"
                                + " column 'id'",
                        "error[DATA_INVALID]: 2 rows of 600 without a group, column 'trial'");
        assertThat(report.reason()).isEqualTo(report.errors().get(0).line());
        assertThat(workspace.datasets().versions("lung")).isEmpty();
        assertThat(project.steps()).containsExactly("read SUCCEEDED", "preprocess SUCCEEDED", "validate FAILED");
        assertThat(RunReport.read(report.json())).isEqualTo(report);
    }

    @Test
    void aFileThatIsNoTableEndsTheRunAtItsFirstStep() {
        RunReport report = project.train(project.plan("id;trial\n1;2\n", config(), StepName.REGISTER, 2));

        assertThat(report.errors()).extracting(Fault::code).containsExactly(ErrorCode.SOURCE_MALFORMED);
        assertThat(project.steps()).containsExactly("read FAILED");
    }

    @Test
    void classesAreTrainedAndJudgedToo() {
        RunReport report = project.train(TABLE, classes("min_groups: 10\n      suspicious: 1"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(report.metrics())
                .containsOnlyKeys("accuracy", "auc", "average_precision", "brier", "ece", "f1", "log_loss");
    }

    @Test
    void aThresholdMayBeChosenOnTrainingRowsAndIsKeptWithTheModel() {
        RunReport given = project.train(TABLE, classes("min_groups: 10\n      suspicious: 1"));
        RunReport chosen = project.train(
                TABLE,
                classes("min_groups: 10\n      suspicious: 1")
                        .replace("metric: auc\n", "metric: auc\n    threshold: best_f1\n"));

        assertThat(evidence(given, "07-evaluate/metrics.json")).contains("\"threshold\" : 0.5\n");
        assertThat(chosen.errors()).isEmpty();
        assertThat(evidence(chosen, "07-evaluate/metrics.json"))
                .contains("\"threshold\" : 0.")
                .doesNotContain("\"threshold\" : 0.5\n");
        assertThat(chosen.modelSha256()).isNotEqualTo(given.modelSha256());
    }

    @Test
    void aModelThatIsTooGoodToBeTrueIsRefusedUntilSomebodySaysWhyItIsNot() {
        RunReport refused = project.train(TABLE, classes("min_groups: 10\n      suspicious: 0.8"));
        String accept = alarms(refused).stream()
                .map(alarm -> "{code: suspected_leak, reason: made up so"
                        + (alarm.column() == null ? "" : ", column: " + alarm.column()) + "}")
                .collect(Collectors.joining(", ", "accept: [", "]"));
        RunReport accepted = project.train(TABLE, classes("min_groups: 10\n      suspicious: 0.8\n      " + accept));

        assertThat(refused.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
        assertThat(refused.reason()).contains("is taken for a leak; find out when the column was written");
        assertThat(alarms(refused)).extracting(AlarmReport::column).contains("size");
        assertThat(alarms(refused)).extracting(AlarmReport::accepted).containsOnlyNulls();
        assertThat(accepted.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(alarms(accepted)).hasSameSizeAs(alarms(refused));
        assertThat(alarms(accepted)).extracting(AlarmReport::accepted).containsOnly("made up so");
    }

    private static List<AlarmReport> alarms(RunReport report) {
        return Objects.requireNonNull(report.verdict()).alarms();
    }

    private static String classes(String guardrail) {
        return config(
                "target: dose", "target: active",
                "task: regression", "task: classification",
                "metric: mae\n", "metric: auc\n",
                "min_groups: 10", guardrail,
                "{metric: mae, against: champion, worse_by_at_most: 1%}", "{metric: auc, at_least: 0.7}",
                "{metric: mae, against: median, better_by: 5%}", "{metric: log_loss, against: prior, better_by: 5%}");
    }

    private String evidence(RunReport report, String path) {
        return new String(workspace.artifacts().evidence(report.run(), path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static ScoredRows scored(String csv) {
        List<String[]> rows =
                csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
        return new ScoredRows(
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray(),
                rows.stream().map(row -> row[1]).toArray(String[]::new));
    }
}
