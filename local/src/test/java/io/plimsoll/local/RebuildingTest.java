package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.BUILD;
import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.Build;
import io.plimsoll.pipeline.Difference;
import io.plimsoll.pipeline.Likeness;
import io.plimsoll.pipeline.Rebuild;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Versions that are trained again from what is remembered of them. */
class RebuildingTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);

    @Test
    void aVersionIsTheSameAgainWithoutItsSourceFile() throws IOException {
        ModelVersion version = registered(config());
        Files.delete(dir.resolve("sites.csv"));

        Rebuild rebuild = project.rebuild(version, BUILD, 1);

        requireIdentical(rebuild, version);
        assertThat(rebuild.dataset().reference()).isEqualTo("lung@1");
        assertThat(rebuild.agreement().rows()).isEqualTo(600);
    }

    @Test
    void nothingIsRegisteredOrChanged() {
        ModelVersion version = registered(config());
        RunRecord run = workspace.runs().find(version.runId()).orElseThrow();
        List<String> steps = List.copyOf(project.steps());

        project.rebuild(version, BUILD, 2);

        assertThat(workspace.models().versions(MODEL)).containsExactly(version);
        assertThat(workspace.runs().latest(10)).containsExactly(run);
        assertThat(workspace.datasets().versions("lung")).hasSize(1);
        assertThat(project.steps()).startsWith(steps.toArray(String[]::new)).hasSize(steps.size() + 6);
    }

    /** What a snapshot keeps must come out as what it was, whatever its type. */
    @Test
    void columnsOfEveryTypeAreTheSameAgain() {
        String query = "SELECT *, DATE '2020-01-01' + CAST(id % 7 AS INTEGER) AS day, year > 2010 AS late,"
                + " CAST(year % 4 AS VARCHAR) AS digit, TIMESTAMP '2020-01-01 10:00:00' + INTERVAL (id % 3) HOUR AS hour,"
                + " CAST(size AS DECIMAL(9, 3)) / 3 AS third FROM sites";

        ModelVersion version = registered(config(
                "query: SELECT * FROM sites",
                "query: \"" + query + "\"",
                "numeric: [size, year]",
                "numeric: [size, year, third]",
                "categorical: [land]",
                "categorical: [land, day, late, digit, hour]",
                "target: dose",
                "train_where: day > DATE '2020-01-01' AND late\n    target: dose",
                "min_groups: 10",
                "min_groups: 5"));

        requireIdentical(project.rebuild(version, BUILD, 2), version);
    }

    @Test
    void modelsOfFoldsAndThresholdsAreTheSameAgain() {
        requireSame(classes("holdout: 20%, salt: salt", "folds: 4, salt: salt"));
        requireSame(classes("task: regression", "task: classification"));
    }

    @Test
    void anotherPlatformOrVersionIsNamedAndExpected() {
        ModelVersion version = registered(config());

        Rebuild rebuild = project.rebuild(
                version, new Build("0.2.0", "unknown", "other code", "linux-aarch64", new TreeMap<>()), 2);

        assertThat(rebuild.likeness()).isEqualTo(Likeness.EQUAL_WITHIN_TOLERANCE);
        assertThat(rebuild.isAsExpected()).isTrue();
        assertThat(rebuild.sha256()).isNotEqualTo(version.sha256());
        assertThat(rebuild.files()).containsExactly("contract.json");
        assertThat(rebuild.differences())
                .containsExactly(
                        new Difference(Difference.Kind.PLATFORM, "platform", "linux-x86_64", "linux-aarch64"),
                        new Difference(Difference.Kind.VERSION, "plimsoll", "0.1.0", "0.2.0"));
        assertThat(rebuild.agreement().disagreements()).isZero();
    }

    @Test
    void aRecordThatSaysAnotherConfigGivesAnotherModel() {
        ModelVersion version = registered(config());
        RunReport other = project.train(TABLE, config("trees: 6", "trees: 7"));

        Rebuild rebuild = project.rebuild(with(version, other.run()), BUILD, 2);

        assertThat(rebuild.likeness()).isEqualTo(Likeness.DIFFERENT);
        assertThat(rebuild.isAsExpected()).isFalse();
        assertThat(rebuild.files()).contains("contract.json", "model.onnx");
        assertThat(rebuild.differences()).extracting(Difference::what).containsExactly("training config");
        assertThat(rebuild.agreement().disagreements()).isPositive().isLessThanOrEqualTo(600);
    }

    @Test
    void aModelThatReadsOtherColumnsIsDifferent() {
        ModelVersion version = registered(config());
        RunReport other = project.train(
                TABLE.renamed("year", "first_year"), config("numeric: [size, year]", "numeric: [size, first_year]"));

        Rebuild rebuild = project.rebuild(with(version, other.run()), BUILD, 2);

        assertThat(rebuild.likeness()).isEqualTo(Likeness.DIFFERENT);
        assertThat(rebuild.agreement().disagreements()).isEqualTo(600);
    }

    /** With platform and versions the same, nothing excuses other bytes. */
    @Test
    void equalPredictionsOfTheSameInstallationAreNotEnough() {
        ModelVersion version = registered(config());
        RunReport other = project.train(TABLE, config("FROM sites", "FROM sites WHERE true"));

        Rebuild rebuild = project.rebuild(with(version, other.run()), BUILD, 2);

        assertThat(rebuild.likeness()).isEqualTo(Likeness.EQUAL_WITHIN_TOLERANCE);
        assertThat(rebuild.files()).containsExactly("contract.json");
        assertThat(rebuild.differences()).extracting(Difference::what).containsExactly("training config");
        assertThat(rebuild.isAsExpected()).isFalse();
    }

    @Test
    void anotherThresholdIsAnotherModel() {
        ModelVersion version = registered(classes("threshold: best_f1", "threshold: 0.5"));
        RunReport other = project.train(TABLE, classes("threshold: best_f1", "threshold: 0.6"));

        Rebuild rebuild = project.rebuild(with(version, other.run()), BUILD, 2);

        assertThat(rebuild.likeness()).isEqualTo(Likeness.DIFFERENT);
        assertThat(rebuild.agreement().disagreements()).isZero();
        assertThat(rebuild.differences())
                .containsExactly(new Difference(Difference.Kind.THRESHOLD, "threshold", "0.5", "0.6"));
    }

    @Test
    void aVersionOfWhichTooLittleIsRememberedIsRefused() {
        ModelVersion version = registered(config());
        String stopped = project.train(project.plan(TABLE.csv(), config(), StepName.READ, 2))
                .run();

        requireNotRebuildable(with(version, stopped), "its run " + stopped + " has no dataset in this workspace");
        requireNotRebuildable(with(version, "gone"), "its run gone is not known in this workspace");
    }

    private void requireNotRebuildable(ModelVersion version, String what) {
        assertThatThrownBy(() -> project.rebuild(version, BUILD, 2))
                .isInstanceOfSatisfying(PlimsollException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_REBUILDABLE);
                    assertThat(refusal.code().exit()).isEqualTo(2);
                    assertThat(refusal).hasMessageContaining(what).hasMessageContaining("model " + version.reference());
                });
    }

    private void requireSame(String yaml) {
        ModelVersion version = registered(yaml);
        requireIdentical(project.rebuild(version, BUILD, 2), version);
    }

    private static void requireIdentical(Rebuild rebuild, ModelVersion version) {
        assertThat(rebuild.files()).isEmpty();
        assertThat(rebuild.likeness()).isEqualTo(Likeness.IDENTICAL);
        assertThat(rebuild.sha256()).isEqualTo(version.sha256());
        assertThat(rebuild.differences()).isEmpty();
        assertThat(rebuild.agreement().disagreements()).isZero();
        assertThat(rebuild.isAsExpected()).isTrue();
    }

    private ModelVersion registered(String yaml) {
        RunReport report = project.train(TABLE, yaml);
        assertThat(report.version()).as(report.reason()).isNotNull();
        return workspace.models().madeBy(report.run()).get(0);
    }

    /** Sites that are active or not, judged so that every such model is registered. */
    private static String classes(String replaced, String by) {
        return config(
                        "target: dose",
                        "target: active",
                        "metric: mae\n",
                        "metric: auc\n    threshold: best_f1\n    weight: group\n",
                        "{metric: mae, against: champion, worse_by_at_most: 1%}, {metric: mae, against: median, better_by: 5%}",
                        "{metric: auc, at_least: 0.55}",
                        "min_groups: 10\n",
                        "min_groups: 10\n      suspicious: 1\n")
                .replace(replaced, by)
                .replace("threshold: best_f1", by.startsWith("folds") ? "threshold: 0.4" : "threshold: best_f1")
                .replace("task: regression", "task: classification");
    }

    private static ModelVersion with(ModelVersion version, String runId) {
        return new ModelVersion(
                version.model(),
                version.version(),
                version.sha256(),
                runId,
                version.created(),
                version.tags(),
                version.verdict(),
                version.aliases(),
                VersionState.ACTIVE);
    }
}
