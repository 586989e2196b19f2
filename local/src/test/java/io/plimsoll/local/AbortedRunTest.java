package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.workspace.StepRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends before or after a step, and another that goes on with it. */
class AbortedRunTest {
    private static final SmallTable TABLE = SmallTable.of(120);

    @TempDir
    private static Path dir;

    private static RunReport undisturbed;

    @BeforeAll
    static void trainUndisturbed() {
        Rounds.onFirstJdkOnly();
        try (MemoryWorkspace other = new MemoryWorkspace(InOneProject.NOW)) {
            undisturbed = new SmallProject(dir, other, InOneProject.NOW).train(TABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PREDICT", "DELIVER"})
    void beforeAStep(StepName step) {
        assertGoesOn(new Abort(step, false), step.number() - 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = StepName.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PREDICT", "DELIVER"})
    void afterAStep(StepName step) {
        assertGoesOn(new Abort(step, true), step.number());
    }

    /** @param finished steps that the aborted run had taken */
    private void assertGoesOn(Abort abort, int finished) {
        try (MemoryWorkspace workspace = new MemoryWorkspace(InOneProject.NOW)) {
            SmallProject project = new SmallProject(dir, workspace, InOneProject.NOW);
            TrainingPlan plan = project.plan(TABLE.csv(), config(), StepName.REGISTER, 2);
            RunReport aborted = project.train(plan, abort);
            assertThat(aborted.status()).isEqualTo(RunStatus.FAILED);

            RunReport next = project.train(plan);

            assertThat(next.errors()).isEmpty();
            assertThat(next.modelSha256()).isEqualTo(undisturbed.modelSha256());
            assertThat(next.metrics()).isEqualTo(undisturbed.metrics());
            boolean registered = finished == 8;
            assertThat(next.code()).isEqualTo(registered ? OutcomeCode.SAME_AS_VERSION : OutcomeCode.FIRST_VERSION);
            assertThat(workspace.models().versions(SmallProject.MODEL)).hasSize(1);
            assertThat(reused(workspace, next)).isEqualTo(reusable(finished, registered));
            assertThat(new Doctor(workspace, InOneProject.NOW).defects()).isEmpty();
        }
    }

    /** Rows are kept when they are found to be faultless; before that there is nothing to go on with. A champion is judged against anew. */
    private static List<StepName> reusable(int finished, boolean registered) {
        int steps = finished < 3 ? 0 : registered ? 6 : Math.min(finished, 7);
        return RunKind.TRAINING.steps().subList(0, steps);
    }

    private static List<StepName> reused(MemoryWorkspace workspace, RunReport report) {
        return workspace.runs().find(report.run()).orElseThrow().steps().stream()
                .filter(step -> step.status() == StepStatus.REUSED)
                .map(StepRecord::name)
                .toList();
    }

    private record Abort(StepName at, boolean after) implements RunListener {
        @Override
        public void started(StepName step) {
            if (step == at && !after) {
                throw new IllegalStateException("aborted before " + step);
            }
        }

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {
            if (step == at && status == StepStatus.SUCCEEDED) {
                throw new IllegalStateException("aborted after " + step);
            }
        }
    }
}
