package io.plimsoll.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunContextTest {
    private static final RunListener NOBODY = new RunListener() {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    };

    private final List<String> closed = new ArrayList<>();
    private final RunContext run = new RunContext("run-1", () -> Instant.EPOCH, NOBODY, (path, content) -> {});

    @Test
    void closesTheLatestFirst() {
        run.closeAtEnd(() -> closed.add("first"));
        run.closeAtEnd(() -> closed.add("second"));

        run.close();
        run.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesEverythingThoughSomeOfItFails() {
        run.closeAtEnd(() -> closed.add("first"));
        run.closeAtEnd(() -> {
            throw new IOException("second");
        });
        run.closeAtEnd(() -> {
            throw new IllegalStateException("third");
        });

        IllegalStateException failure = assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(run::close)
                .actual();

        assertThat(closed).containsExactly("first");
        assertThat(failure).hasMessageContaining("run-1");
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("third", "second");
    }

    @Test
    void stepsAreNumberedAndNamed() {
        assertThat(RunKind.TRAINING.steps())
                .extracting(StepName::folder)
                .containsExactly(
                        "01-read",
                        "02-preprocess",
                        "03-validate",
                        "04-split",
                        "05-transform",
                        "06-train",
                        "07-evaluate",
                        "08-register");
        assertThat(StepName.byLabel("split")).contains(StepName.SPLIT);
        assertThat(StepName.byLabel("SPLIT")).isEmpty();
    }

    @Test
    void onlyAMissedLineIsNotAsWished() {
        assertThat(OutcomeCode.values())
                .filteredOn(code -> !code.isAsWished(true))
                .containsExactly(OutcomeCode.GUARDRAIL_NOT_MET);
        assertThat(OutcomeCode.values())
                .filteredOn(code -> !code.isAsWished(false))
                .containsExactly(OutcomeCode.GUARDRAIL_NOT_MET, OutcomeCode.REHEARSAL);
    }
}
