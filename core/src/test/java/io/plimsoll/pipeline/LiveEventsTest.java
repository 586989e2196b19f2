package io.plimsoll.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.Progress;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvent.Kind;
import io.plimsoll.workspace.RunEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Written written = new Written();

    /** What was written, write by write. */
    private static final class Written implements RunEvents {
        private final List<List<RunEvent>> writes = new ArrayList<>();

        @Override
        public synchronized void append(String runId, List<RunEvent> events) {
            writes.add(events);
        }

        @Override
        public List<RunEvent.Numbered> after(String runId, long after, int limit) {
            return List.of();
        }

        synchronized List<RunEvent> all() {
            return writes.stream().flatMap(List::stream).toList();
        }
    }

    @Test
    void keepsTheOrderAndTheLatestProgress() {
        try (LiveEvents events = new LiveEvents("run-1", written, () -> NOW)) {
            events.started(StepName.TRAIN);
            for (int i = 1; i <= 1_000; i++) {
                events.progressed(StepName.TRAIN, rounds(i, 1_000));
            }
            events.ended(StepName.TRAIN, StepStatus.SUCCEEDED, Duration.ofMillis(40), "250 trees");
            events.measured("auc", 0.75);
        }

        List<RunEvent> all = written.all();
        assertThat(all).first().extracting(RunEvent::kind).isEqualTo(Kind.STEP_STARTED);
        assertThat(all)
                .filteredOn(event -> event.kind() == Kind.PROGRESS)
                .last()
                .satisfies(event -> assertThat(event.facts())
                        .containsEntry("share", 1.0)
                        .containsEntry("done", 1_000L)
                        .containsEntry("all", 1_000L)
                        .containsEntry("unit", "ROUNDS"));
        assertThat(all.subList(all.size() - 2, all.size()))
                .extracting(RunEvent::kind)
                .containsExactly(Kind.STEP_ENDED, Kind.METRIC);
    }

    @Test
    void writesAtMostTwiceASecondHoweverMuchHappens() {
        long begun = System.nanoTime();
        int happened = 0;
        try (LiveEvents events = new LiveEvents("run-1", written, () -> NOW)) {
            while (System.nanoTime() - begun < Duration.ofMillis(1_300).toNanos()) {
                events.progressed(StepName.TRAIN, rounds(1, 2));
                happened++;
            }
        }
        long halves = (System.nanoTime() - begun) / LiveEvents.PAUSE.toNanos();

        assertThat(happened).isGreaterThan(100);
        assertThat(written.writes).hasSizeBetween(1, (int) halves + 1);
        assertThat(written.all()).hasSameSizeAs(written.writes);
    }

    @Test
    void tellsHowLongItMayStillTake() {
        List<Instant> times = new ArrayList<>(List.of(NOW, NOW, NOW.plusSeconds(10), NOW.plusSeconds(10)));
        try (LiveEvents events =
                new LiveEvents("run-1", written, () -> times.size() > 1 ? times.remove(0) : times.get(0))) {
            events.started(StepName.TRAIN);
            events.progressed(StepName.TRAIN, rounds(1, 4));
        }

        assertThat(written.all())
                .last()
                .satisfies(event -> assertThat(event.facts()).containsEntry("seconds_left", 30.0));
    }

    private static Progress rounds(long done, long all) {
        return new Progress(done, all, Progress.Unit.ROUNDS);
    }

    @Test
    void endsNoRunWhoseEventsCannotBeWritten() {
        RunEvents refusing = new RunEvents() {
            @Override
            public void append(String runId, List<RunEvent> events) {
                throw PlimsollException.of(ErrorCode.CLAIM_LOST, "lost", "", "");
            }

            @Override
            public List<RunEvent.Numbered> after(String runId, long after, int limit) {
                return List.of();
            }
        };
        try (LiveEvents events = new LiveEvents("run-1", refusing, () -> NOW)) {
            events.started(StepName.READ);
        }

        assertThat(written.writes).isEmpty();
    }
}
