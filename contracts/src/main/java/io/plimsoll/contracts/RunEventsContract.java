package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvent.Kind;
import io.plimsoll.workspace.RunEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunEvents} does. */
public abstract class RunEventsContract extends WorkspaceContract {
    private RunEvents events;
    private long first;

    @BeforeEach
    final void beginARun() {
        workspace().runs().begin(Samples.run("run-1"));
        events = workspace().runEvents();
        first = events.after("run-1", 0, 1_000).stream()
                .mapToLong(RunEvent.Numbered::sequence)
                .max()
                .orElse(0);
    }

    @Test
    final void keepsTheOrderAndWhatWasSaid() {
        RunEvent started = event(Kind.STEP_STARTED, StepName.TRAIN, Map.of());
        RunEvent metric = event(Kind.METRIC, null, Map.of("name", "auc", "value", 0.75));
        RunEvent line = event(Kind.LOG, StepName.TRAIN, Map.of("text", "Größe \"≥\" 3\n肺癌"));

        events.append("run-1", List.of(started, metric));
        events.append("run-1", List.of(line));

        assertThat(events.after("run-1", first, 10).stream().map(RunEvent.Numbered::event))
                .containsExactly(started, metric, line);
        assertThat(events.after("run-1", first, 10))
                .isSortedAccordingTo(Comparator.comparingLong(RunEvent.Numbered::sequence));
    }

    @Test
    final void goesOnAfterTheLastOneKnown() {
        events.append("run-1", lines(5));

        List<RunEvent.Numbered> two = events.after("run-1", first, 2);
        long known = two.get(1).sequence();

        assertThat(texts(two)).containsExactly("line 0", "line 1");
        assertThat(texts(events.after("run-1", known, 10))).containsExactly("line 2", "line 3", "line 4");
        assertThat(events.after("run-2", 0, 10)).isEmpty();
    }

    @Test
    final void keepsTheLatestProgressOfAStepThatGoesOn() {
        for (int i = 0; i < 300; i++) {
            events.append("run-1", List.of(progress(StepName.TRAIN, i / 300.0)));
        }

        List<RunEvent.Numbered> kept = events.after("run-1", first, 1_000);
        assertThat(kept).hasSizeBetween(RunEvents.PROGRESS_KEPT, RunEvents.PROGRESS_KEPT + 1);
        assertThat(kept.get(kept.size() - 1).event()).isEqualTo(progress(StepName.TRAIN, 299 / 300.0));
    }

    @Test
    final void keepsNoProgressOfAStepThatHasEnded() {
        RunEvent ended = event(Kind.STEP_ENDED, StepName.TRAIN, Map.of("status", "SUCCEEDED"));
        RunEvent other = progress(StepName.EVALUATE, 0.5);

        events.append("run-1", List.of(progress(StepName.TRAIN, 0.5), other, ended));

        assertThat(events.after("run-1", first, 10).stream().map(RunEvent.Numbered::event))
                .containsExactly(other, ended);
    }

    @Test
    final void keepsSoManyLinesAndEverythingElse() {
        events.append("run-1", lines(RunEvents.LINES_KEPT + 50));
        RunEvent metric = event(Kind.METRIC, null, Map.of("name", "auc"));
        events.append("run-1", List.of(metric));

        List<RunEvent.Numbered> kept = events.after("run-1", first, 10_000);
        assertThat(kept).hasSize(RunEvents.LINES_KEPT + 1);
        assertThat(kept.get(RunEvents.LINES_KEPT).event()).isEqualTo(metric);
    }

    @Test
    final void losesNothingThatTwoWriteAtOnce() throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(() -> {
                for (int j = 0; j < 20; j++) {
                    events.append("run-1", lines(2));
                }
                return 0;
            });
        }
        together(writers);

        List<RunEvent.Numbered> kept = events.after("run-1", first, 1_000);
        assertThat(kept).hasSize(160);
        assertThat(kept.stream().map(RunEvent.Numbered::sequence)).doesNotHaveDuplicates();
    }

    private static List<RunEvent> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(Kind.LOG, null, Map.of("text", "line " + i)))
                .toList();
    }

    private static List<Object> texts(List<RunEvent.Numbered> events) {
        return events.stream()
                .map(numbered -> numbered.event().facts().get("text"))
                .toList();
    }

    private static RunEvent progress(StepName step, double share) {
        return event(Kind.PROGRESS, step, Map.of("share", share));
    }

    private static RunEvent event(Kind kind, @Nullable StepName step, Map<String, Object> facts) {
        return new RunEvent(Samples.NOW, kind, step, new TreeMap<>(facts));
    }
}
