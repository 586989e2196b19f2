package io.plimsoll.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PassageTest {
    private final List<String> heard = new ArrayList<>();
    private final Map<String, String> stored = new TreeMap<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RunContext run = new RunContext("run-1", now(), new Listener(), this::store);

    /** An output that is its own summary. */
    record Words(String text) implements StepOutput {
        @Override
        public String summary() {
            return text;
        }

        @Override
        public Object findings() {
            return Map.of("text", text);
        }
    }

    private final class Listener implements RunListener {
        @Override
        public void started(StepName step) {
            heard.add("started " + step);
        }

        @Override
        public void progressed(StepName step, Progress progress) {
            heard.add("progressed " + step + " " + progress);
        }

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {
            heard.add("ended " + step + " " + status + " " + took.toMillis() + " ms: " + summary);
        }
    }

    /** A step that takes its number in seconds. */
    private Step<Words, Words> step(StepName name, UnaryOperator<String> action) {
        return new Step<>() {
            @Override
            public StepName name() {
                return name;
            }

            @Override
            public Words run(Words input, RunContext context) {
                now.updateAndGet(time -> time.plusSeconds(name.number()));
                return new Words(action.apply(input.text()));
            }
        };
    }

    @Test
    void takesEveryStepInTurnAndKeepsWhatEachFound() {
        Passage<Words> end = Passage.begin(new Words("a"), StepName.REGISTER, run)
                .then(step(StepName.READ, text -> text + "b"))
                .then(step(StepName.PREPROCESS, text -> text + "c"));

        assertThat(end.last()).contains(new Words("abc"));
        assertThat(heard)
                .containsExactly(
                        "started READ",
                        "ended READ SUCCEEDED 1000 ms: ab",
                        "started PREPROCESS",
                        "ended PREPROCESS SUCCEEDED 2000 ms: abc");
        assertThat(stored)
                .containsExactly(
                        Map.entry("01-read/findings.json", "{\n  \"text\" : \"ab\"\n}\n"),
                        Map.entry("02-preprocess/findings.json", "{\n  \"text\" : \"abc\"\n}\n"));
    }

    @Test
    void stopsAfterTheStepThatItWasAskedFor() {
        Passage<Words> end = Passage.begin(new Words("a"), StepName.PREPROCESS, run)
                .then(step(StepName.READ, text -> text + "b"))
                .then(step(StepName.PREPROCESS, text -> text + "c"))
                .then(step(StepName.VALIDATE, text -> text + "d"))
                .then(step(StepName.SPLIT, text -> text + "e"));

        assertThat(end.last()).contains(new Words("abc"));
        assertThat(heard)
                .filteredOn(event -> event.startsWith("started"))
                .containsExactly("started READ", "started PREPROCESS");
    }

    @Test
    void hasNoOutputBeforeTheFirstStep() {
        assertThat(Passage.begin(new Words("a"), StepName.READ, run).last()).isEmpty();
    }

    @Test
    void aStepThatRefusesEndsTheRunWithItsFaultAsTheSummary() {
        PlimsollException refusal = PlimsollException.of(ErrorCode.DATA_INVALID, "no rows", "table", "bring some");
        Passage<Words> begun =
                Passage.begin(new Words("a"), StepName.REGISTER, run).then(step(StepName.READ, text -> text));

        assertThatThrownBy(() -> begun.then(step(StepName.PREPROCESS, text -> {
                    throw refusal;
                })))
                .isSameAs(refusal);
        assertThat(heard).last().isEqualTo("ended PREPROCESS FAILED 2000 ms: error[DATA_INVALID]: no rows, table");
        assertThat(stored).containsOnlyKeys("01-read/findings.json");
    }

    @Test
    void aStepThatBreaksIsSaidToHaveFailedWithoutSayingMore() {
        IllegalStateException exception = new IllegalStateException("a value");
        StackOverflowError error = new StackOverflowError("a value");
        Passage<Words> begun = Passage.begin(new Words("a"), StepName.REGISTER, run);

        assertThatThrownBy(() -> begun.then(step(StepName.READ, text -> {
                    throw exception;
                })))
                .isSameAs(exception);
        assertThatThrownBy(() -> begun.then(step(StepName.READ, text -> {
                    throw error;
                })))
                .isSameAs(error);
        assertThat(heard)
                .filteredOn(event -> event.startsWith("ended"))
                .containsOnly("ended READ FAILED 1000 ms: failed unexpectedly");
    }

    @Test
    void evidenceAndProgressBelongToTheStepThatRuns() {
        Passage.begin(new Words("a"), StepName.REGISTER, run).then(step(StepName.READ, text -> {
            run.progress(new Progress(1, 2, Progress.Unit.ROUNDS));
            run.evidence("more.csv", "rows".getBytes(StandardCharsets.UTF_8));
            return text;
        }));

        assertThat(heard).contains("progressed READ 1 of 2 rounds");
        assertThat(stored).containsEntry("01-read/more.csv", "rows");
    }

    @Test
    void thereIsNoEvidenceOutsideAStep() {
        assertThatThrownBy(() -> run.evidence("x", new byte[0])).isInstanceOf(NullPointerException.class);
    }

    private void store(String path, byte[] content) {
        stored.put(path, new String(content, StandardCharsets.UTF_8));
    }

    private InstantSource now() {
        return now::get;
    }
}
