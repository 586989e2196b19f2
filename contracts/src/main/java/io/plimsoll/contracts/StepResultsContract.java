package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.StepResult;
import io.plimsoll.workspace.StepResults;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StepResults} does. */
public abstract class StepResultsContract extends WorkspaceContract {
    private static final String MODEL = "lung-enrollment";

    private StepResults results;

    @BeforeEach
    final void beginRuns() {
        results = workspace().stepResults();
        workspace().runs().begin(Samples.run("run-1"));
        workspace().runs().begin(Samples.run("run-2"));
    }

    @Test
    final void knowsNothingAtFirst() {
        assertThat(results.find(Sha256.of("a"))).isEmpty();
        assertThat(results.latest(MODEL, StepName.TRAIN)).isEmpty();
        assertThat(results.forgetUnused(Samples.NOW)).isZero();
    }

    @Test
    final void givesBackWhatWasPut() {
        StepResult result = result("a", "run-1", Samples.NOW);

        results.put(result);

        assertThat(results.find(result.key())).contains(result);
        assertThat(results.find(Sha256.of("b"))).isEmpty();
        assertThat(results.latest(MODEL, StepName.TRAIN)).contains(result);
        assertThat(results.latest(MODEL, StepName.EVALUATE)).isEmpty();
        assertThat(results.latest("lung-activation", StepName.TRAIN)).isEmpty();
    }

    @Test
    final void aResultUnderTheSameKeyTakesThePlaceOfTheOneBefore() {
        results.put(result("a", "run-1", Samples.NOW));
        StepResult again = result("a", "run-2", Samples.NOW.plusSeconds(1));

        results.put(again);

        assertThat(results.find(again.key())).contains(again);
    }

    @Test
    final void theLatestIsTheOneThatWasMadeOrUsedLast() {
        StepResult first = result("a", "run-1", Samples.NOW);
        StepResult second = result("b", "run-1", Samples.NOW.plusSeconds(1));
        results.put(second);
        results.put(first);
        assertThat(results.latest(MODEL, StepName.TRAIN)).contains(second);

        results.used(first.key(), "run-2", Samples.NOW.plusSeconds(2));

        StepResult latest = results.latest(MODEL, StepName.TRAIN).orElseThrow();
        assertThat(latest.key()).isEqualTo(first.key());
        assertThat(latest.runId()).isEqualTo("run-1");
        assertThat(latest.usedBy()).isEqualTo("run-2");
        assertThat(latest.used()).isEqualTo(Samples.NOW.plusSeconds(2));
    }

    @Test
    final void usingWhatIsNotKnownChangesNothing() {
        results.used(Sha256.of("a"), "run-1", Samples.NOW);

        assertThat(results.find(Sha256.of("a"))).isEmpty();
    }

    @Test
    final void whatNobodyUsesIsForgotten() {
        StepResult old = result("a", "run-1", Samples.NOW);
        StepResult used = result("b", "run-1", Samples.NOW);
        results.put(old);
        results.put(used);
        results.used(used.key(), "run-2", Samples.NOW.plusSeconds(60));

        assertThat(results.forgetUnused(Samples.NOW.plusSeconds(60))).isEqualTo(1);

        assertThat(results.find(old.key())).isEmpty();
        assertThat(results.find(used.key())).isPresent();
    }

    @Test
    final void refusesRunsThatNobodyKnowsAndKeysThatAreNone() {
        StepResult result = result("a", "run-1", Samples.NOW);
        results.put(result);

        assertRefused(ErrorCode.UNKNOWN_RUN, () -> results.put(result("b", "run-9", Samples.NOW)));
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> results.used(result.key(), "run-9", Samples.NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> results.put(
                        new StepResult("a", MODEL, StepName.TRAIN, "run-1", "{}", "{}", "run-1", Samples.NOW)));
    }

    private static StepResult result(String content, String runId, Instant used) {
        return new StepResult(
                Sha256.of(content),
                MODEL,
                StepName.TRAIN,
                runId,
                "{\"seed\":0,\"step\":\"train\"}",
                "{\"model\":\"国\"}",
                runId,
                used);
    }
}
