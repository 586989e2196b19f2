package io.plimsoll.server.pages.runs;

import io.plimsoll.server.fault.Discretion;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a run as they stand, and what was said while it went on.
 *
 * @param log lines for people, the first one first
 */
record LiveSteps(List<Step> steps, List<Line> log) {
    /** More than a stream keeps. */
    private static final int MOST_EVENTS = 5_000;

    LiveSteps {
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }

    /**
     * One step.
     *
     * @param share how much of it is done, from 0 to 1; absent where that cannot be told
     * @param progress the same in words; empty where it cannot be told
     * @param part of the longest step's time that it took, in hundredths
     */
    record Step(
            StepName name,
            StepStatus status,
            long millis,
            String summary,
            @Nullable Double share,
            String progress,
            long part) {}

    record Line(Instant at, String text) {}

    static LiveSteps of(RunRecord run, Workspace workspace, Discretion discretion) {
        Map<StepName, RunEvent> progress = new EnumMap<>(StepName.class);
        List<Line> log = new ArrayList<>();
        for (RunEvent.Numbered numbered : workspace.runEvents().after(run.id(), 0, MOST_EVENTS)) {
            RunEvent event = numbered.event();
            StepName step = event.step();
            if (event.kind() == RunEvent.Kind.PROGRESS && step != null) {
                progress.put(step, event);
            } else if (event.kind() == RunEvent.Kind.LOG || event.kind() == RunEvent.Kind.STATUS) {
                log.add(new Line(event.at(), discretion.of(said(event))));
            }
        }
        long longest = run.steps().stream().mapToLong(StepRecord::millis).max().orElse(0);
        List<Step> steps = run.steps().stream()
                .map(step -> step(step, progress.get(step.name()), longest, discretion))
                .toList();
        return new LiveSteps(steps, log);
    }

    private static Step step(StepRecord step, @Nullable RunEvent event, long longest, Discretion discretion) {
        RunEvent latest = step.status() == StepStatus.RUNNING ? event : null;
        Object share = latest == null ? null : latest.facts().get("share");
        return new Step(
                step.name(),
                step.status(),
                step.millis(),
                discretion.of(step.summary()),
                share instanceof Number number ? (Double) number.doubleValue() : null,
                latest == null ? "" : told(latest),
                longest == 0 ? 0 : Math.round(100.0 * step.millis() / longest));
    }

    private static String told(RunEvent progress) {
        Map<String, Object> facts = progress.facts();
        return facts.getOrDefault("done", "?") + " of " + facts.getOrDefault("all", "?") + " "
                + String.valueOf(facts.getOrDefault("unit", "")).toLowerCase(Locale.ROOT);
    }

    private static String said(RunEvent event) {
        String status = String.valueOf(event.facts().getOrDefault("status", ""));
        String text = String.valueOf(event.facts().getOrDefault("text", ""));
        return status.isEmpty() || text.isEmpty() ? status + text : status + ": " + text;
    }
}
