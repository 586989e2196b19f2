package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.RunQueue.Submitted;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunQueue} does. Leases of no length are over at once, so that nothing here waits. */
public abstract class RunQueueContract extends WorkspaceContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER = Duration.ZERO;

    private RunQueue queue;

    @BeforeEach
    final void findQueue() {
        queue = ((SharedWorkspace) workspace()).queue();
    }

    @Test
    final void givesARunToOneWorker() {
        submit("run-1");

        Claim claim = take(LONG);

        assertThat(claim.runId()).isEqualTo("run-1");
        assertThat(status("run-1")).isEqualTo(RunStatus.RUNNING);
        assertThat(queue.isHeld(claim)).isTrue();
        assertThat(queue.claim("other", LONG)).isEmpty();
        assertThat(queue.find("run-1").orElseThrow().worker()).isEqualTo("worker");
        assertThat(queue.find("run-1").orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    final void knowsTheSubmissionByItsKey() {
        Submission submission = terms(0, 1, Concurrency.QUEUE, "k-1");
        Submitted first = queue.submit(Samples.queued("a", "e", "run-1"), submission);

        Submitted again = queue.submit(Samples.queued("a", "e", "run-2"), submission);

        assertThat(first).isEqualTo(new Submitted("run-1", true, List.of()));
        assertThat(again).isEqualTo(new Submitted("run-1", false, List.of()));
        assertThat(workspace().runs().find("run-2")).isEmpty();
        assertRefused(ErrorCode.KEY_REUSED, () -> queue.submit(Samples.queued("b", "e", "run-3"), submission));
        for (String key : List.of("", " ", "ä", "a b", "x".repeat(201))) {
            assertThatIllegalArgumentException().isThrownBy(() -> terms(0, 1, Concurrency.QUEUE, key));
        }
    }

    @Test
    final void makesOneRunOfFiftyEqualSubmissions() throws Exception {
        List<Callable<Submitted>> submits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RunRecord run = Samples.queued("a", "e", "run-" + i);
            submits.add(() -> queue.submit(run, terms(0, 1, Concurrency.QUEUE, "same")));
        }

        List<Submitted> all = together(submits);

        assertThat(all.stream().map(Submitted::runId).distinct()).hasSize(1);
        assertThat(all.stream().filter(Submitted::isNew)).hasSize(1);
        assertThat(workspace().runs().latest(100)).hasSize(1);
    }

    @Test
    final void takesTheHighestPriorityThenTheLongestWait() {
        queue.submit(Samples.queued("a", "e", "low"), terms(0, 1, Concurrency.QUEUE, null));
        queue.submit(Samples.queued("b", "e", "high"), terms(5, 1, Concurrency.QUEUE, null));
        queue.submit(Samples.queued("c", "e", "none"), terms(-5, 1, Concurrency.QUEUE, null));

        assertThat(List.of(take(LONG).runId(), take(LONG).runId(), take(LONG).runId()))
                .containsExactly("high", "low", "none");
    }

    @Test
    final void isFairBetweenExperiments() {
        for (int i = 0; i < 4; i++) {
            queue.submit(Samples.queued("big-" + i, "big", "big-" + i), terms(0, 1, Concurrency.QUEUE, null));
        }
        queue.submit(Samples.queued("small", "small", "small"), terms(0, 1, Concurrency.QUEUE, null));

        take(LONG);

        assertThat(take(LONG).runId()).isEqualTo("small");
    }

    @Test
    final void letsOneRunOfAModelGoOnAtATime() {
        queue.submit(Samples.queued("a", "e", "run-1"), terms(0, 1, Concurrency.QUEUE, null));
        queue.submit(Samples.queued("a", "e", "run-2"), terms(9, 1, Concurrency.QUEUE, null));
        Claim first = take(LONG);

        assertThat(queue.claim("other", LONG)).isEmpty();
        finish(first);

        assertThat(take(LONG).runId()).isNotEqualTo(first.runId());
    }

    @Test
    final void cancelsTheOlderWhereTheTermsSaySo() {
        submit("run-1");
        submit("run-2");
        Claim going = take(LONG);

        Submitted newest = queue.submit(
                Samples.queued("lung-enrollment", "e", "run-3"), terms(0, 1, Concurrency.CANCEL_OLDER, null));

        assertThat(newest.cancelled()).containsExactlyInAnyOrder("run-1", "run-2");
        assertThat(status("run-1")).isEqualTo(RunStatus.CANCELLED);
        assertThat(status("run-2")).isEqualTo(RunStatus.CANCELLED);
        assertThat(queue.isHeld(going)).isFalse();
        assertThat(take(LONG).runId()).isEqualTo("run-3");
    }

    @Test
    final void refusesWhereTheTermsSaySo() {
        Submission submission = terms(0, 1, Concurrency.REFUSE, null);
        queue.submit(Samples.queued("a", "e", "run-1"), submission);

        assertRefused(ErrorCode.MODEL_BUSY, () -> queue.submit(Samples.queued("a", "e", "run-2"), submission));
        queue.submit(Samples.queued("b", "e", "run-3"), submission);
        queue.cancel("run-1", "enough");

        assertThat(queue.submit(Samples.queued("a", "e", "run-4"), submission).isNew())
                .isTrue();
    }

    @Test
    final void givesAnOverdueRunToTheNextOne() {
        queue.submit(Samples.queued("a", "e", "run-1"), terms(0, 2, Concurrency.QUEUE, null));
        Claim lost = take(OVER);

        assertThat(queue.overdue()).containsExactly("run-1");
        assertThat(queue.expire()).containsExactly("run-1");
        assertThat(queue.expire()).isEmpty();
        assertThat(status("run-1")).isEqualTo(RunStatus.INTERRUPTED);
        Claim next = take(LONG);

        assertThat(next.fence()).isGreaterThan(lost.fence());
        assertThat(queue.isHeld(lost)).isFalse();
        assertThat(queue.renew(lost, LONG)).isFalse();
        assertThat(queue.interrupt(lost, "late", OVER)).isFalse();
        assertThat(queue.isHeld(next)).isTrue();
    }

    @Test
    final void keepsAClaimThatIsRenewed() {
        submit("run-1");
        Claim claim = take(OVER);

        assertThat(queue.renew(claim, LONG)).isTrue();

        assertThat(queue.expire()).isEmpty();
        assertThat(queue.isHeld(claim)).isTrue();
    }

    @Test
    final void failsWhatHasNoAttemptLeft() {
        queue.submit(Samples.queued("a", "e", "run-1"), terms(0, 2, Concurrency.QUEUE, null));
        queue.interrupt(take(LONG), "its process was ended by SIGKILL", OVER);
        assertThat(status("run-1")).isEqualTo(RunStatus.INTERRUPTED);

        queue.interrupt(take(LONG), "its process was ended by SIGKILL", OVER);

        RunRecord run = workspace().runs().find("run-1").orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reason()).contains("SIGKILL").contains("2 attempts").contains("nothing was registered");
        assertThat(run.steps()).allMatch(step -> step.status() == StepStatus.NOT_RUN);
    }

    @Test
    final void waitsBeforeTheNextAttempt() {
        queue.submit(Samples.queued("a", "e", "run-1"), terms(0, 3, Concurrency.QUEUE, null));
        queue.interrupt(take(LONG), "again", Duration.ofHours(1));

        assertThat(queue.claim("worker", LONG)).isEmpty();
    }

    @Test
    final void usesUpNoAttemptOfARunThatIsHandedBack() {
        submit("run-1");
        for (int i = 0; i < 3; i++) {
            assertThat(queue.handBack(take(LONG))).isTrue();
        }

        assertThat(queue.find("run-1").orElseThrow().attempt()).isZero();
        assertThat(status("run-1")).isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    final void givesEachOfManyRunsOnceToManyWorkersInOrderAndOneOfAModelAtATime() throws Exception {
        int count = Rounds.of(40, 1_000);
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            submitted.add("run-" + i);
            queue.submit(Samples.queued("m-" + i % 7, "e-" + i % 3, "run-" + i), terms(0, 1, Concurrency.QUEUE, null));
        }
        Shift shift = new Shift(new ConcurrentHashMap<>(), new ConcurrentLinkedQueue<>());

        together(Collections.nCopies(4, () -> workUntilNothingIsLeft(shift)));

        assertThat(shift.taken()).containsExactlyInAnyOrderElementsOf(submitted);
        // of one model and one experiment; between experiments fairness comes before order
        for (int pair = 0; pair < 7 * 3; pair++) {
            int of = pair;
            assertThat(shift.taken())
                    .filteredOn(run -> number(run) % 21 == of)
                    .extracting(RunQueueContract::number)
                    .isSorted();
        }
    }

    /** What several workers do: the models that they are at, and the runs as they were taken. */
    private record Shift(Map<String, String> busy, Queue<String> taken) {}

    private static Integer number(String run) {
        return Integer.valueOf(run.substring("run-".length()));
    }

    /** Gives how many it did. */
    private int workUntilNothingIsLeft(Shift shift) {
        int done = 0;
        while (queue.open() > 0) {
            Optional<Claim> claim = queue.claim("worker", LONG);
            if (claim.isPresent()) {
                finish(claim.get(), shift);
                done++;
            }
        }
        return done;
    }

    private void finish(Claim claim, Shift shift) {
        RunRecord run = workspace().runs().find(claim.runId()).orElseThrow();
        assertThat(shift.busy().putIfAbsent(run.model(), run.id())).isNull();
        shift.taken().add(run.id());
        shift.busy().remove(run.model());
        finish(claim);
    }

    private void submit(String id) {
        queue.submit(Samples.queued("lung-enrollment", "e", id), terms(0, 1, Concurrency.QUEUE, null));
    }

    private Claim take(Duration lease) {
        return queue.claim("worker", lease).orElseThrow();
    }

    private void finish(Claim claim) {
        RunRecord run = workspace().runs().find(claim.runId()).orElseThrow();
        workspace().under(claim).runs().end(Samples.ended(run, RunStatus.FAILED));
    }

    private RunStatus status(String id) {
        return workspace().runs().find(id).orElseThrow().status();
    }

    private static Submission terms(int priority, int attempts, Concurrency concurrency, @Nullable String key) {
        return new Submission("{}", priority, attempts, concurrency, key);
    }
}
