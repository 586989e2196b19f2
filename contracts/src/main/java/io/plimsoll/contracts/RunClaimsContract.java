package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Submission;
import io.plimsoll.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace holds to where runs are claimed, lost and cancelled. Leases of no length are over at once, so that nothing here waits. */
public abstract class RunClaimsContract extends WorkspaceContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OVER = Duration.ZERO;

    private RunQueue queue;

    @BeforeEach
    final void findQueue() {
        queue = ((SharedWorkspace) workspace()).queue();
    }

    @Test
    final void refusesEveryWriteUnderAClaimThatIsLost() {
        queue.submit(Samples.queued("lung-enrollment", "e", "run-1"), terms(0, 2, Concurrency.QUEUE, null));
        Workspace stale = workspace().under(take(OVER));
        queue.expire();
        Workspace current = workspace().under(take(LONG));

        assertAllRefused(ErrorCode.CLAIM_LOST, stale);

        assertThat(workspace().models().versions("lung-enrollment")).isEmpty();
        current.runs().step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, ""));
        assertThat(register(current)).isInstanceOf(Registration.Registered.class);
    }

    @Test
    final void refusesEveryWriteOfACancelledRun() {
        submit("run-1");
        Workspace held = workspace().under(take(LONG));

        assertThat(queue.cancel("run-1", "enough")).isTrue();

        assertAllRefused(ErrorCode.CANCELLED, held);
        assertThat(queue.cancel("run-1", "again")).isFalse();
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> queue.cancel("run-9", "enough"));
    }

    @Test
    final void cancelsARunThatWasNeverQueued() {
        workspace().runs().begin(Samples.run("run-1"));
        Workspace held = workspace().under(Claim.unqueued("run-1"));
        held.runs().step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, ""));

        assertThat(queue.cancel("run-1", "enough")).isTrue();

        assertAllRefused(ErrorCode.CANCELLED, held);
        assertThat(queue.find("run-1")).isEmpty();
    }

    @Test
    final void cancelsNoRunThatHasRegisteredItsModel() {
        submit("run-1");
        Claim claim = take(LONG);
        register(workspace().under(claim));

        assertThat(queue.cancel("run-1", "too late")).isFalse();

        assertThat(queue.isHeld(claim)).isTrue();
        queue.interrupt(claim, "its process was ended by SIGKILL", OVER);
        assertThat(status("run-1")).as("it has an attempt left, to say so").isEqualTo(RunStatus.INTERRUPTED);
    }

    @Test
    final void endsARunOnceHoweverManyCancelItWhileItRegisters() throws Exception {
        for (int i = 0; i < Rounds.of(10, 200); i++) {
            String id = "run-" + i;
            queue.submit(Samples.queued("m-" + i, "e", id), terms(0, 1, Concurrency.QUEUE, null));
            Workspace held = workspace().under(take(LONG));
            List<Callable<Boolean>> both = List.of(() -> queue.cancel(id, "enough"), () -> registers(held, id));

            List<Boolean> done = together(both);

            assertThat(done.get(0)).as("cancelled or registered, never both").isNotEqualTo(done.get(1));
            queue.cancel(id, "tidy");
        }
    }

    private void assertAllRefused(ErrorCode code, Workspace held) {
        assertRefused(code, () -> held.runs().step("run-1", new StepRecord(StepName.READ, StepStatus.RUNNING, 0, "")));
        assertRefused(code, () -> held.runs().end(Samples.registered(Samples.run("run-1"))));
        assertRefused(
                code, () -> held.datasets().register(Samples.dataset("lung", "run-1", "rows"), "run-1", List.of()));
        assertRefused(code, () -> register(held));
    }

    private static boolean registers(Workspace held, String runId) {
        try {
            held.models()
                    .register(
                            Samples.candidate("m", runId, "content of " + runId), champion(held), Samples.admission());
            return true;
        } catch (PlimsollException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED);
            return false;
        }
    }

    private static OptionalInt champion(Workspace held) {
        return held.models().alias("m", ModelVersion.CHAMPION).stream()
                .mapToInt(ModelVersion::version)
                .findFirst();
    }

    private static Registration register(Workspace held) {
        return held.models()
                .register(
                        Samples.candidate("lung-enrollment", "run-1", "content"),
                        OptionalInt.empty(),
                        Samples.admission());
    }

    private void submit(String id) {
        queue.submit(Samples.queued("lung-enrollment", "e", id), terms(0, 1, Concurrency.QUEUE, null));
    }

    private Claim take(Duration lease) {
        return queue.claim("worker", lease).orElseThrow();
    }

    private RunStatus status(String id) {
        return workspace().runs().find(id).orElseThrow().status();
    }

    private static Submission terms(int priority, int attempts, Concurrency concurrency, @Nullable String key) {
        return new Submission("{}", priority, attempts, concurrency, key);
    }
}
