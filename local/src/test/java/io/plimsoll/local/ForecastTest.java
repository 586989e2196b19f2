package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.data.Column;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.pipeline.Forecast;
import io.plimsoll.pipeline.Forecasting;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.step.StepName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SmallTable TABLE = SmallTable.of(120).with("dose", id -> id >= 590, dose -> "");

    @TempDir
    Path dir;

    private MemoryWorkspace workspace;
    private SmallProject project;

    @BeforeEach
    void open() {
        workspace = new MemoryWorkspace(NOW);
        project = new SmallProject(dir, workspace, NOW);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void saysWhatTheRunThenDoes() throws IOException {
        Forecast first = forecast(TABLE.csv());
        RunReport report = project.train(TABLE);
        Forecast second = forecast(TABLE.csv());

        assertThat(first.faults()).isEmpty();
        assertThat(first.rows()).isEqualTo(600);
        assertThat(first.labelled()).isEqualTo(590);
        assertThat(first.groups()).isEqualTo(118);
        assertThat(first.columns()).extracting(Column::name).startsWith("id", "trial");
        assertThat(first.versions()).isZero();
        assertThat(first.champion()).isNull();
        assertThat(first.rules())
                .containsExactly("mae worse than champion by at most 1%", "mae better than median by more than 5%");
        assertThat(second.versions()).isEqualTo(1);
        assertThat(second.champion()).isEqualTo("lung-dose@1");
        Measure measure = median(report);
        assertThat(measure.over().rows()).isEqualTo((int) first.holdoutRows());
        assertThat(measure.over().groups()).isEqualTo((int) first.holdoutGroups());
    }

    @Test
    void underFoldsEveryLabelledRowJudges() throws IOException {
        Forecast forecast = forecast(project.plan(
                TABLE.csv(), config("holdout: 20%, salt: salt", "folds: 5, salt: salt"), StepName.REGISTER, 2));

        assertThat(forecast.faults()).isEmpty();
        assertThat(forecast.folds()).isEqualTo(5);
        assertThat(forecast.holdoutRows()).isEqualTo(590);
        assertThat(forecast.holdoutGroups()).isEqualTo(118);
        assertThat(forecast.advice()).isNull();
    }

    @Test
    void recommendsFoldsWhereTheHoldoutHasTooFewGroups() throws IOException {
        Forecast large = forecast(TABLE.csv());
        Forecast small = forecast(SmallTable.of(26).csv());
        Forecast smaller = forecast(project.plan(
                SmallTable.of(26).csv(), config("min_groups: 10", "min_groups: 30"), StepName.REGISTER, 2));

        assertThat(large.advice()).isNull();
        assertThat(large.folds()).isNull();
        assertThat(small.holdoutGroups()).isLessThan(10);
        assertThat(small.advice())
                .isEqualTo("the holdout has " + small.holdoutGroups()
                        + " groups, fewer than the guardrail's min_groups 10, so rules would be inconclusive;"
                        + " `split: {folds: 5}` would judge on all 26 groups");
        assertThat(smaller.advice()).endsWith("would judge on all 26 groups, which are still fewer");
    }

    @Test
    void recommendsFoldsWhereTheHoldoutHasTooFewGroupsOfTheRarerClass() throws IOException {
        SmallTable rare = SmallTable.of(120)
                .with("active", id -> true, active -> "0")
                .with("active", id -> id % 25 == 0, active -> "1");
        Forecast forecast = forecast(project.plan(
                rare.csv(),
                config(
                        "target: dose", "target: active",
                        "task: regression", "task: classification",
                        "metric: mae\n", "metric: auc\n",
                        "{metric: mae, against: champion, worse_by_at_most: 1%}", "{metric: auc, at_least: 0.7}",
                        ", {metric: mae, against: median, better_by: 5%}", ""),
                StepName.REGISTER,
                2));

        assertThat(forecast.faults()).isEmpty();
        assertThat(forecast.holdoutGroups()).isGreaterThanOrEqualTo(10);
        assertThat(forecast.advice())
                .matches("the holdout has [0-9] groups? with the rarer class, fewer than the guardrail's"
                        + " min_groups_of_rarer_class 10, so rules would be inconclusive; `split: \\{folds: 5}` would"
                        + " judge on all 24 groups with the rarer class");
    }

    @Test
    void writesNothing() throws IOException {
        forecast(TABLE.csv());

        assertThat(workspace.runs().latest(10)).isEmpty();
        assertThat(workspace.datasets().versions("lung")).isEmpty();
    }

    @Test
    void saysWhyARunWouldFail() throws IOException {
        Forecast empty = forecast("");
        Forecast faulty = forecast(TABLE.with("dose", dose -> "7").csv());

        assertThat(empty.faults())
                .extracting(Fault::line)
                .containsExactly("error[SOURCE_MALFORMED]: source 'sites' is empty (0 bytes), sites.csv");
        assertThat(empty.rows()).isZero();
        assertThat(faulty.faults())
                .extracting(Fault::line)
                .containsExactly("error[DATA_INVALID]: the target is the same in all 600 labelled rows, column 'dose'");
        assertThat(faulty.rows()).isEqualTo(600);
        assertThat(faulty.columns()).isNotEmpty();
    }

    /** With this salt none of the trials lies below one in a hundred. */
    @Test
    void saysThatASplitWouldFail() throws IOException {
        TrainingPlan plan = project.plan(
                SmallTable.of(120).csv(),
                config("holdout: 20%, salt: salt", "holdout: 1%, salt: lucky"),
                StepName.REGISTER,
                2);

        Forecast forecast = forecast(plan);
        RunReport report = project.train(plan);

        assertThat(forecast.faults())
                .extracting(Fault::line)
                .containsExactly("error[DATA_INVALID]: the split leaves no rows in the holdout, split");
        assertThat(report.errors()).isEqualTo(forecast.faults());
    }

    private static Measure median(RunReport report) {
        VerdictReport verdict = Objects.requireNonNull(report.verdict());
        return Objects.requireNonNull(verdict.rules().get(1).measure());
    }

    private Forecast forecast(String csv) throws IOException {
        return forecast(project.plan(csv, config(), StepName.REGISTER, 2));
    }

    private Forecast forecast(TrainingPlan plan) throws IOException {
        return new Forecasting(new LocalEngine(), workspace, Files.createTempDirectory(dir, "scratch")).of(plan);
    }
}
