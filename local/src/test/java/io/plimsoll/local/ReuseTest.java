package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.pipeline.RunReport;
import io.plimsoll.reuse.Explaining;
import io.plimsoll.reuse.StepExplanation;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that take no step which an earlier one has taken already. */
class ReuseTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);
    private static final String LINE = "worse_by_at_most: 1%";
    private static final String OTHER_LINE = "worse_by_at_most: 2%";

    @AfterEach
    void theWorkspaceKeepsItsPromises() {
        assertThat(new Doctor(workspace, NOW).defects()).isEmpty();
    }

    @Test
    void theSameAgainTakesNoStepTwice() {
        RunReport first = project.train(TABLE);
        RunReport second = project.train(TABLE);
        RunReport third = project.train(TABLE);

        assertTaken(first, StepName.values());
        // between the first two, the first has become champion
        assertTaken(second, StepName.EVALUATE, StepName.REGISTER);
        assertTaken(third, StepName.REGISTER);
        assertThat(third.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(third.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(third.metrics()).isEqualTo(first.metrics());
        assertThat(third.verdict()).isEqualTo(second.verdict());
        assertThat(third.dataset()).isEqualTo(first.dataset());
    }

    @Test
    void aReusedStepLeavesTheSameFilesAndWarnings() {
        String suspect = config("categorical: [land]", "categorical: [land, trial_status]")
                .replace(
                        "SELECT * FROM sites",
                        "\"SELECT *, CASE WHEN dose > 27 THEN 'yes' END AS trial_status FROM sites\"");
        RunReport first = project.train(TABLE, suspect);
        project.train(TABLE, suspect);
        RunReport third = project.train(TABLE, suspect);

        assertTaken(third, StepName.REGISTER);
        assertThat(first.warnings()).isNotEmpty();
        assertThat(third.warnings()).isEqualTo(first.warnings());
        assertThat(evidenceOfReusable(third)).isEqualTo(evidenceOfReusable(first));
        assertThat(workspace.datasets().ofRun(third.run()))
                .isEqualTo(workspace.datasets().ofRun(first.run()));
        assertThat(workspace.datasets().sourcesOf(third.run()))
                .isEqualTo(workspace.datasets().sourcesOf(first.run()));
    }

    @Test
    void anotherGuardrailIsAnotherVerdictOnTheSameModel() {
        RunReport first = project.train(TABLE);

        RunReport report = project.train(TABLE, config(LINE, OTHER_LINE));

        assertTaken(report, StepName.EVALUATE, StepName.REGISTER);
        assertThat(report.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(reasons(report, StepName.EVALUATE))
                .contains("guardrail.rules.0.worse_by_at_most: 2% instead of 1%")
                .contains(
                        "champion: lung-dose@1 instead of none yet, promoted 2026-03-01 12:00 UTC by ada (run run-1)");
    }

    @Test
    void otherSettingsTrainOnTheRowsThatAreKept() {
        project.train(TABLE);
        String more = config("trees: 6", "trees: 9");

        RunReport report = project.train(TABLE, more);
        RunReport anew = project.train(
                project.plan(TABLE.csv(), more, StepName.REGISTER, 2).anew());

        assertTaken(report, StepName.TRAIN, StepName.EVALUATE, StepName.REGISTER);
        assertThat(reasons(report, StepName.TRAIN)).contains("settings.trees: 9 instead of 6");
        assertTaken(anew, StepName.values());
        assertThat(anew.modelSha256()).isEqualTo(report.modelSha256());
        assertThat(anew.metrics()).isEqualTo(report.metrics());
    }

    @Test
    void oneValueMoreOrLessIsAnotherTable() {
        project.train(TABLE);
        SmallTable other = TABLE.with("size", id -> id == 7, size -> "19");

        RunReport report = project.train(other);

        assertTaken(report, StepName.values());
        assertThat(reasons(report, StepName.READ)).containsExactly("source sites: content changed");
        assertThat(reasons(report, StepName.SPLIT)).containsExactly("rows changed");
    }

    @Test
    void theSameRowsFromAnotherFileArePartedAndLearnedFromOnce() {
        RunReport first = project.train(TABLE);

        RunReport report = project.train(TABLE.shuffled(3));

        assertTaken(
                report, StepName.READ, StepName.PREPROCESS, StepName.VALIDATE, StepName.EVALUATE, StepName.REGISTER);
        assertThat(report.modelSha256()).isEqualTo(first.modelSha256());
    }

    @Test
    void anotherSelectReadsTheSourcesAgain() {
        project.train(TABLE);

        RunReport report = project.train(TABLE, config("SELECT * FROM sites", "SELECT * FROM sites WHERE year > 2003"));

        assertTaken(report, StepName.values());
        assertThat(reasons(report, StepName.READ)).containsExactly("its rows are needed, and are not kept");
        assertThat(reasons(report, StepName.PREPROCESS))
                .containsExactly("data.query: SELECT * FROM sites WHERE year > 2003 instead of SELECT * FROM sites");
    }

    @Test
    void otherChecksOfTheDataLookAtTheRowsThatAreKept() {
        project.train(TABLE);

        RunReport report = project.train(TABLE, config("group: trial}", "group: trial, min_labelled: 90}"));

        assertTaken(report, StepName.VALIDATE, StepName.EVALUATE, StepName.REGISTER);
        assertThat(reasons(report, StepName.VALIDATE)).containsExactly("data.min_labelled: 90 instead of 100");
    }

    @Test
    void whoIsAskedToReuseNothingDoesNotAndIsReusedHimself() {
        RunReport first = project.train(TABLE);

        RunReport anew = project.train(
                project.plan(TABLE.csv(), config(), StepName.REGISTER, 2).anew());
        RunReport third = project.train(TABLE);

        assertTaken(anew, StepName.values());
        assertThat(anew.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(reasons(anew, StepName.TRAIN)).containsExactly("the run was asked to reuse nothing");
        assertTaken(third, StepName.REGISTER);
        assertThat(explained(third, StepName.TRAIN).from()).isEqualTo(anew.run());
    }

    @Test
    void aFurtherCandidateOfTheSameRowsIsPartOfTheVerdict() {
        project.train(TABLE);
        project.train(TABLE);
        project.train(TABLE, config("trees: 6", "trees: 2"));

        RunReport report = project.train(TABLE);

        assertTaken(report, StepName.EVALUATE, StepName.REGISTER);
        assertThat(reasons(report, StepName.EVALUATE)).contains("model changed");
        assertThat(Objects.requireNonNull(report.verdict()).attempts().candidates())
                .isEqualTo(2);
    }

    @Test
    void whatWasRehearsedIsNotJudgedAgainInEarnest() {
        project.train(TABLE, config("guardrail:\n", "guardrail:\n      mode: rehearse\n"));

        RunReport earnest = project.train(TABLE);

        assertTaken(earnest, StepName.REGISTER);
        assertThat(earnest.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(workspace.models().versions(MODEL)).hasSize(1);
    }

    @Test
    void aRunThatStopsEarlySaysWhatWasMadeWithoutMakingItAgain() {
        project.train(TABLE);

        RunReport report = project.train(project.plan(TABLE.csv(), config(), StepName.TRAIN, 2));

        assertTaken(report, new StepName[0]);
        assertThat(report.code()).isEqualTo(OutcomeCode.STOPPED_AT_STEP);
        assertThat(report.reason()).startsWith("stopped after train: 6 trees; model ");
    }

    private void assertTaken(RunReport report, StepName... steps) {
        assertThat(report.errors()).isEmpty();
        Set<StepName> training = EnumSet.noneOf(StepName.class);
        Arrays.stream(steps)
                .filter(step -> step != StepName.PREDICT && step != StepName.DELIVER)
                .forEach(training::add);
        List<StepName> taken = run(report).steps().stream()
                .filter(step -> step.status() == StepStatus.SUCCEEDED)
                .map(StepRecord::name)
                .toList();
        assertThat(taken).containsExactlyElementsOf(training);
        assertThat(run(report).steps()).extracting(StepRecord::status).doesNotContain(StepStatus.FAILED);
    }

    private List<String> evidenceOfReusable(RunReport report) {
        return workspace.artifacts().evidencePaths(report.run()).stream()
                .filter(path -> !path.startsWith(StepName.REGISTER.folder()))
                .toList();
    }

    private List<String> reasons(RunReport report, StepName step) {
        return explained(report, step).reasons();
    }

    private StepExplanation explained(RunReport report, StepName step) {
        return new Explaining(run(report), workspace)
                .steps().stream().filter(one -> one.step() == step).findFirst().orElseThrow();
    }

    private RunRecord run(RunReport report) {
        return workspace.runs().find(report.run()).orElseThrow();
    }
}
