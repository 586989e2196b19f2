package io.plimsoll.contracts;

import static java.util.stream.Collectors.groupingBy;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Telling;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs in a map. */
final class MemoryRunRecords implements RunRecords {
    private static final Comparator<RunRecord> LATEST_FIRST = Comparator.comparing(RunRecord::started)
            .thenComparing(RunRecord::id)
            .reversed();

    private final Map<String, RunRecord> runs = new HashMap<>();
    private final Map<Holdout, Set<String>> candidates = new HashMap<>();

    private final MemoryOutbox outbox;

    MemoryRunRecords(MemoryOutbox outbox) {
        this.outbox = outbox;
    }

    /** The rows that judge candidates of one model. */
    private record Holdout(String model, String sha256) {}

    @Override
    public synchronized void begin(RunRecord run) {
        SafeNames.id(run.id());
        if (run.status().isFinal()) {
            throw new IllegalArgumentException("a run that begins has not ended");
        }
        List<StepRecord> pending = run.kind().steps().stream()
                .map(name -> new StepRecord(name, StepStatus.PENDING, 0, ""))
                .toList();
        if (runs.putIfAbsent(run.id(), with(run, run.started(), pending)) != null) {
            throw refusal(ErrorCode.ALREADY_EXISTS, run.id());
        }
    }

    @Override
    public synchronized void step(String runId, StepRecord step) {
        RunRecord run = open(runId);
        List<StepRecord> steps = run.steps().stream()
                .map(known -> known.name() == step.name() ? step : known)
                .toList();
        runs.put(runId, with(run, run.started(), steps));
    }

    @Override
    public synchronized void end(RunRecord run) {
        if (!run.status().isFinal()) {
            throw new IllegalArgumentException("a run ends with a final status");
        }
        RunRecord begun = open(run.id());
        List<StepRecord> steps =
                begun.steps().stream().map(MemoryRunRecords::closed).toList();
        runs.put(
                run.id(),
                new RunRecord(
                        begun.id(),
                        begun.kind(),
                        begun.indication(),
                        begun.modelType(),
                        begun.model(),
                        begun.experiment(),
                        run.status(),
                        run.outcome(),
                        run.code(),
                        run.reason(),
                        begun.started(),
                        millis(run.finished()),
                        begun.config(),
                        run.report(),
                        steps,
                        begun.actor()));
        Telling.of(run)
                .ifPresent(telling ->
                        outbox.tell("run-" + run.id(), telling, Objects.requireNonNull(millis(run.finished()))));
    }

    @Override
    public synchronized int judged(String runId, String holdoutSha256, String candidateSha256) {
        SafeNames.sha256(candidateSha256);
        Set<String> judged = candidates.computeIfAbsent(
                new Holdout(known(runId).model(), SafeNames.sha256(holdoutSha256)), holdout -> new HashSet<>());
        judged.add(candidateSha256);
        return judged.size();
    }

    @Override
    public synchronized Optional<RunRecord> find(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    @Override
    public synchronized List<RunRecord> latest(int limit) {
        return runs.values().stream().sorted(LATEST_FIRST).limit(limit).toList();
    }

    @Override
    public synchronized List<RunRecord> page(Wanted wanted, int limit) {
        return runs.values().stream()
                .filter(wanted::means)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<RunRecord> scorings(String model) {
        return runs.values().stream()
                .filter(run -> run.kind() == RunKind.SCORING && run.model().equals(model))
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<RunRecord> ofExperiment(String experiment, int limit) {
        return runs.values().stream()
                .filter(run -> run.experiment().equals(experiment))
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Experiment> experiments() {
        Map<String, List<RunRecord>> byName = runs.values().stream().collect(groupingBy(RunRecord::experiment));
        return byName.entrySet().stream()
                .map(entry -> experiment(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Experiment::latest).reversed().thenComparing(Experiment::name))
                .toList();
    }

    private static Experiment experiment(String name, List<RunRecord> runs) {
        long open = runs.stream().filter(run -> !run.status().isFinal()).count();
        Instant latest = runs.stream()
                .map(RunRecord::started)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Experiment(name, runs.size(), (int) open, latest);
    }

    /** Runs end with this object, and so does the memory of them. */
    @Override
    public List<RunRecord> abandoned() {
        return List.of();
    }

    synchronized void require(String runId) {
        known(runId);
    }

    private RunRecord known(String runId) {
        RunRecord run = runs.get(runId);
        if (run == null) {
            throw refusal(ErrorCode.UNKNOWN_RUN, runId);
        }
        return run;
    }

    private RunRecord open(String runId) {
        RunRecord run = known(runId);
        if (run.status().isFinal()) {
            throw refusal(ErrorCode.ALREADY_EXISTS, runId);
        }
        return run;
    }

    private static PlimsollException refusal(ErrorCode code, String runId) {
        String what = code == ErrorCode.UNKNOWN_RUN ? "there is no such run" : "the run is there already, or has ended";
        return PlimsollException.of(code, what, "run " + runId, "Look for it with: plimsoll runs list");
    }

    private static StepRecord closed(StepRecord step) {
        boolean isOpen = step.status() == StepStatus.PENDING || step.status() == StepStatus.RUNNING;
        return isOpen ? new StepRecord(step.name(), StepStatus.NOT_RUN, step.millis(), step.summary()) : step;
    }

    private static RunRecord with(RunRecord run, Instant started, List<StepRecord> steps) {
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                run.status(),
                null,
                null,
                run.reason(),
                started.truncatedTo(ChronoUnit.MILLIS),
                null,
                run.config(),
                null,
                steps,
                run.actor());
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
