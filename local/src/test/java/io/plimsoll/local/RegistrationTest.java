package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.StepRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that register while something happens to the registry. */
class RegistrationTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SmallTable TABLE = SmallTable.of(120);

    @TempDir
    Path dir;

    private MemoryWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = new MemoryWorkspace(NOW);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aCandidateIsJudgedAgainWhenAnotherModelBecameChampionMeanwhile() {
        SmallProject slow = project(beforeFirst(() -> rival("trees: 9")));

        RunReport report = slow.train(TABLE, config("trees: 6", "trees: 12"));

        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
        assertThat(report.version()).isEqualTo(2);
        List<AliasMove> moves = workspace.models().aliasHistory(MODEL, ModelVersion.CHAMPION);
        assertThat(moves).extracting(AliasMove::to).containsExactly(OptionalInt.of(1), OptionalInt.of(2));
        assertThat(champion().verdict()).contains("\"champion\":1");
    }

    @Test
    void aCandidateThatIsWorseThanTheNewChampionIsRefused() {
        SmallProject slow = project(beforeFirst(() -> rival("trees: 9")));

        RunReport report = slow.train(TABLE, config("trees: 6", "trees: 3"));

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_REGISTERED);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
        assertThat(report.reason()).contains("of the champion");
        assertThat(champion().version()).isEqualTo(1);
    }

    /** The first model is retired between the verdict against it and the registration. */
    @Test
    void aCandidateIsJudgedAgainWhenTheChampionWasRetiredMeanwhile() {
        rival("trees: 6");
        SmallProject slow = project(beforeFirst(() -> workspace.models().retire(MODEL, "grace", "another question")));

        RunReport report = slow.train(TABLE, config("trees: 6", "trees: 12"));

        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
        assertThat(report.version()).isEqualTo(2);
        assertThat(champion().version()).isEqualTo(2);
        assertThat(champion().verdict()).doesNotContain("\"champion\":");
    }

    @Test
    void theSameModelRegisteredMeanwhileIsTheSameModel() {
        SmallProject slow = project(beforeFirst(() -> rival("trees: 6")));

        RunReport report = slow.train(TABLE, config());

        assertThat(report.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(report.version()).isEqualTo(1);
        assertThat(report.exit()).isZero();
    }

    @Test
    void aChampionThatNeverStopsMovingEndsTheRun() {
        SmallProject unlucky =
                project(models -> (candidate, judgedAgainst) -> new ModelRegistry.Registration.ChampionMoved());

        RunReport report = unlucky.train(TABLE);

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.errors())
                .extracting(Fault::line)
                .containsExactly("error[STORAGE]: the champion of lung-dose moved 50 times while this run registered");
        assertThat(report.exit()).isEqualTo(1);
        assertThat(workspace.models().models()).isEmpty();
    }

    @Test
    void aRegistryThatBreaksFailsTheRunAndTheNextOneRegisters() {
        SmallProject broken = project(models -> (candidate, judgedAgainst) -> {
            throw PlimsollException.of(ErrorCode.STORAGE, "the disk is full", "db", "free some space");
        });

        RunReport report = broken.train(TABLE);
        RunReport next = new SmallProject(dir, workspace, NOW, "again").train(TABLE);

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.reason()).isEqualTo("error[STORAGE]: the disk is full, db");
        assertThat(workspace.runs().find(report.run()).orElseThrow().steps())
                .extracting(StepRecord::status)
                .endsWith(StepStatus.SUCCEEDED, StepStatus.FAILED);
        assertThat(next.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(next.version()).isEqualTo(1);
    }

    @Test
    void whatShouldNeverHappenEndsTheRunAsPlimsollsFault() {
        SmallProject project = new SmallProject(dir, workspace, NOW);
        IllegalStateException surprise = new IllegalStateException("a value");

        RunReport report = project.train(project.plan(TABLE.csv(), config(), StepName.REGISTER, 2), new RunListener() {
            @Override
            public void started(StepName step) {
                if (step == StepName.TRANSFORM) {
                    throw surprise;
                }
            }

            @Override
            public void ended(StepName step, StepStatus status, Duration took, String summary) {}
        });

        assertThat(project.unexpected()).containsExactly(surprise);
        assertThat(report.errors())
                .containsExactly(new Fault(
                        ErrorCode.INTERNAL,
                        "Plimsoll failed (IllegalStateException)",
                        "",
                        "run again with --debug and report the stack trace"));
        assertThat(report.exit()).isEqualTo(1);
        assertThat(workspace.runs().find(report.run()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    }

    /** The model is registered by then; a run that says otherwise would be wrong. */
    @Test
    void whatCannotBeTidiedUpAfterwardsDoesNotUndoARun() {
        SmallProject project = new SmallProject(dir, workspace, NOW).on(new UntidyEngine(new LocalEngine()));

        RunReport report = project.train(TABLE);

        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(project.unexpected())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("run-1"));
        assertThat(workspace.runs().find("run-1").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    private ModelVersion champion() {
        return workspace.models().alias(MODEL, ModelVersion.CHAMPION).orElseThrow();
    }

    /** Registers another model of the same name. */
    private void rival(String trees) {
        RunReport report = new SmallProject(dir, workspace, NOW, "rival").train(TABLE, config("trees: 6", trees));
        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
    }

    private SmallProject project(Obstacle obstacle) {
        return new SmallProject(dir, new Obstructed(workspace, obstacle.on(workspace.models())), NOW);
    }

    private static Obstacle beforeFirst(Runnable event) {
        boolean[] happened = {false};
        return models -> (candidate, judgedAgainst) -> {
            if (!happened[0]) {
                happened[0] = true;
                event.run();
            }
            return models.register(candidate, judgedAgainst, Admission.byVerdict("ada"));
        };
    }

    /** What becomes of a registration. */
    private interface Obstacle {
        Obstructed.Registering on(ModelRegistry models);
    }
}
