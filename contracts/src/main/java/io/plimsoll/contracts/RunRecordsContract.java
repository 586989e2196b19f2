package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunRecords} does. */
public abstract class RunRecordsContract extends WorkspaceContract {
    private static final String HOLDOUT = Sha256.of("rows kept back");

    private RunRecords runs;

    @BeforeEach
    final void findRecords() {
        runs = workspace().runs();
    }

    @Test
    final void knowsNothingAtFirst() {
        assertThat(runs.find("run-1")).isEmpty();
        assertThat(runs.latest(10)).isEmpty();
    }

    @Test
    final void remembersARunThatBegins() {
        runs.begin(Samples.run("run-1"));

        assertThat(runs.find("run-1")).contains(withSteps(Samples.run("run-1"), all(StepStatus.PENDING)));
    }

    @Test
    final void remembersHowFarEachStepCame() {
        runs.begin(Samples.run("run-1"));
        StepRecord read = new StepRecord(StepName.READ, StepStatus.SUCCEEDED, 41, "5.000 Zeilen – gut");
        StepRecord preprocess = new StepRecord(StepName.PREPROCESS, StepStatus.RUNNING, 0, "");

        runs.step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, ""));
        runs.step("run-1", read);
        runs.step("run-1", preprocess);

        List<StepRecord> steps = all(StepStatus.PENDING);
        steps.set(0, read);
        steps.set(1, preprocess);
        assertThat(runs.find("run-1")).contains(withSteps(Samples.run("run-1"), steps));
    }

    @Test
    final void remembersASuccess() {
        RunRecord run = Samples.run("run-1");
        runs.begin(run);
        List<StepRecord> steps = all(StepStatus.SUCCEEDED);
        steps.forEach(step -> runs.step("run-1", step));

        runs.end(Samples.registered(run));

        assertThat(runs.find("run-1")).contains(withSteps(Samples.registered(run), steps));
    }

    @Test
    final void saysOfOpenStepsThatTheyWereNotRun() {
        RunRecord run = Samples.run("run-1");
        runs.begin(run);
        StepRecord read = new StepRecord(StepName.READ, StepStatus.SUCCEEDED, 41, "5,000 rows");
        StepRecord preprocess = new StepRecord(StepName.PREPROCESS, StepStatus.FAILED, 3, "no such column");
        runs.step("run-1", read);
        runs.step("run-1", preprocess);
        runs.step("run-1", new StepRecord(StepName.VALIDATE, StepStatus.RUNNING, 0, ""));

        runs.end(Samples.ended(run, RunStatus.FAILED));

        List<StepRecord> steps = all(StepStatus.NOT_RUN);
        steps.set(0, read);
        steps.set(1, preprocess);
        assertThat(runs.find("run-1")).contains(withSteps(Samples.ended(run, RunStatus.FAILED), steps));
    }

    @Test
    final void letsTheFirstEndStand() {
        RunRecord run = Samples.run("run-1");
        runs.begin(run);
        runs.end(Samples.ended(run, RunStatus.CANCELLED));
        RunRecord ended = runs.find("run-1").orElseThrow();

        assertRefused(ErrorCode.ALREADY_EXISTS, () -> runs.end(Samples.registered(run)));
        assertRefused(
                ErrorCode.ALREADY_EXISTS,
                () -> runs.step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, "")));

        assertThat(runs.find("run-1")).contains(ended);
    }

    @Test
    final void refusesASecondRunOfTheSameId() {
        runs.begin(Samples.run("run-1"));
        runs.step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, ""));
        RunRecord before = runs.find("run-1").orElseThrow();

        assertRefused(ErrorCode.ALREADY_EXISTS, () -> runs.begin(Samples.run("run-1")));

        assertThat(runs.find("run-1")).contains(before);
    }

    @Test
    final void refusesWhatBelongsToNoRun() {
        assertRefused(
                ErrorCode.UNKNOWN_RUN,
                () -> runs.step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, "")));
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> runs.end(Samples.registered(Samples.run("run-1"))));
    }

    @Test
    final void refusesToBeginWhatHasEndedAndToEndWhatHasNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> runs.begin(Samples.registered(Samples.run("run-1"))));
        runs.begin(Samples.run("run-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> runs.end(Samples.run("run-1")));
    }

    @Test
    final void refusesIdsThatCouldNotBeFolders() {
        for (String id : List.of("", "..", "a/b", "a\\b", "Run-1", "ä", "a".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs.begin(Samples.run(id)));
        }
    }

    @Test
    final void listsTheLatestFirst() {
        runs.begin(startedAt("run-b", Samples.NOW));
        runs.begin(startedAt("run-c", Samples.NOW.plusMillis(2)));
        runs.begin(startedAt("run-a", Samples.NOW.plusMillis(1)));
        runs.begin(startedAt("run-d", Samples.NOW));

        assertThat(runs.latest(10).stream().map(RunRecord::id)).containsExactly("run-c", "run-a", "run-d", "run-b");
        assertThat(runs.latest(2).stream().map(RunRecord::id)).containsExactly("run-c", "run-a");
        assertThat(runs.latest(0)).isEmpty();
        assertThat(runs.latest(1)).containsExactly(runs.find("run-c").orElseThrow());
    }

    @Test
    final void findsTheScoringRunsOfAModelTheLatestFirst() {
        String model = Samples.run("run-a").model();
        runs.begin(Samples.run("run-a"));
        runs.begin(Samples.runOf(RunKind.SCORING, model, "run-b", Samples.NOW));
        runs.begin(Samples.runOf(RunKind.SCORING, "another", "run-c", Samples.NOW));
        runs.begin(Samples.runOf(RunKind.SCORING, model, "run-d", Samples.NOW.plusMillis(2)));
        runs.begin(Samples.runOf(RunKind.SCORING, model, "run-e", Samples.NOW.plusMillis(1)));
        runs.begin(Samples.runOf(RunKind.SCORING, model, "run-f", Samples.NOW));

        assertThat(runs.scorings(model).stream().map(RunRecord::id))
                .containsExactly("run-d", "run-e", "run-f", "run-b");
        assertThat(runs.scorings(model).get(0)).isEqualTo(runs.find("run-d").orElseThrow());
        assertThat(runs.scorings("nobody's")).isEmpty();
    }

    @Test
    final void keepsTimesToTheMillisecond() {
        runs.begin(startedAt("run-1", Samples.NOW.plus(Duration.ofNanos(999_999))));

        assertThat(runs.find("run-1").map(RunRecord::started)).contains(Samples.NOW);
    }

    @Test
    final void keepsRunsApartThatGoOnAtOnce() throws Exception {
        int each = Rounds.of(10, 200);

        together(List.of(runner("a", each), runner("b", each)));

        assertThat(runs.latest(1_000_000)).hasSize(2 * each);
        for (RunRecord run : runs.latest(1_000_000)) {
            RunRecord expected = Samples.registered(Samples.run(run.id()));
            assertThat(run).isEqualTo(withSteps(expected, all(StepStatus.SUCCEEDED)));
        }
    }

    @Test
    final void countsTheDifferentCandidatesThatAHoldoutHasJudged() {
        beginAll("run-1", "run-2", "run-3");

        assertThat(runs.judged("run-1", HOLDOUT, Sha256.of("a"))).isEqualTo(1);
        assertThat(runs.judged("run-1", HOLDOUT, Sha256.of("a"))).isEqualTo(1);
        assertThat(runs.judged("run-2", HOLDOUT, Sha256.of("b"))).isEqualTo(2);
        assertThat(runs.judged("run-3", HOLDOUT, Sha256.of("a"))).isEqualTo(2);
        assertThat(runs.judged("run-3", HOLDOUT, Sha256.of("c"))).isEqualTo(3);
        assertThat(runs.judged("run-1", HOLDOUT, Sha256.of("a"))).isEqualTo(3);
    }

    @Test
    final void countsForEachHoldoutAndEachModelByItself() {
        beginAll("run-1", "run-2");
        runs.begin(Samples.runOf("lung-activation", "other"));
        runs.judged("run-1", HOLDOUT, Sha256.of("a"));

        assertThat(runs.judged("run-2", Sha256.of("more rows"), Sha256.of("b"))).isEqualTo(1);
        assertThat(runs.judged("other", HOLDOUT, Sha256.of("b"))).isEqualTo(1);
        assertThat(runs.judged("run-2", HOLDOUT, Sha256.of("b"))).isEqualTo(2);
    }

    @Test
    final void countsCandidatesOfRunsThatHaveEnded() {
        beginAll("run-1", "run-2");
        runs.judged("run-1", HOLDOUT, Sha256.of("a"));
        runs.end(Samples.ended(Samples.run("run-1"), RunStatus.CANCELLED));

        assertThat(runs.judged("run-2", HOLDOUT, Sha256.of("b"))).isEqualTo(2);
        assertThat(runs.judged("run-1", HOLDOUT, Sha256.of("c"))).isEqualTo(3);
    }

    @Test
    final void countsNothingThatBelongsToNoRunOrHasNoHash() {
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> runs.judged("run-1", HOLDOUT, Sha256.of("a")));
        beginAll("run-1");
        for (String hash : List.of("", "a", HOLDOUT.toUpperCase(Locale.ROOT), HOLDOUT + "0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> runs.judged("run-1", hash, Sha256.of("a")));
            assertThatIllegalArgumentException().isThrownBy(() -> runs.judged("run-1", HOLDOUT, hash));
        }

        assertThat(runs.judged("run-1", HOLDOUT, Sha256.of("a"))).isEqualTo(1);
    }

    @Test
    final void countsEachOfSeveralThatJudgeAtOnce() throws Exception {
        beginAll("run-0", "run-1", "run-2", "run-3");
        List<Callable<Integer>> judges = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "run-" + i;
            judges.add(() -> runs.judged(name, HOLDOUT, Sha256.of(name)));
        }

        assertThat(together(judges)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    private void beginAll(String... ids) {
        for (String id : ids) {
            runs.begin(Samples.run(id));
        }
    }

    private Callable<Boolean> runner(String prefix, int count) {
        return () -> {
            for (int i = 0; i < count; i++) {
                RunRecord run = Samples.run(prefix + i);
                runs.begin(run);
                all(StepStatus.SUCCEEDED).forEach(step -> runs.step(run.id(), step));
                runs.end(Samples.registered(run));
            }
            return true;
        };
    }

    private static List<StepRecord> all(StepStatus status) {
        return new ArrayList<>(RunKind.TRAINING.steps().stream()
                .map(name -> new StepRecord(name, status, 0, ""))
                .toList());
    }

    private static RunRecord startedAt(String id, Instant started) {
        return Samples.runOf(RunKind.TRAINING, Samples.run(id).model(), id, started);
    }

    private static RunRecord withSteps(RunRecord run, List<StepRecord> steps) {
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                run.status(),
                run.outcome(),
                run.code(),
                run.reason(),
                run.started(),
                run.finished(),
                run.config(),
                run.report(),
                steps,
                run.actor());
    }
}
