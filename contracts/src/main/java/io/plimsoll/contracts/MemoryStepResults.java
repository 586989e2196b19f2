package io.plimsoll.contracts;

import io.plimsoll.step.StepName;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StepResult;
import io.plimsoll.workspace.StepResults;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of steps in a map. */
final class MemoryStepResults implements StepResults {
    private final MemoryRunRecords runs;
    private final Map<String, StepResult> results = new TreeMap<>();

    MemoryStepResults(MemoryRunRecords runs) {
        this.runs = runs;
    }

    @Override
    public synchronized void put(StepResult result) {
        SafeNames.sha256(result.key());
        runs.require(result.runId());
        runs.require(result.usedBy());
        results.put(result.key(), used(result, result.usedBy(), result.used()));
    }

    @Override
    public synchronized Optional<StepResult> find(String key) {
        return Optional.ofNullable(results.get(key));
    }

    @Override
    public synchronized Optional<StepResult> latest(String model, StepName step) {
        return results.values().stream()
                .filter(result -> result.model().equals(model) && result.step() == step)
                .max(Comparator.comparing(StepResult::used).thenComparing(StepResult::usedBy));
    }

    @Override
    public synchronized void used(String key, String runId, Instant time) {
        runs.require(runId);
        results.computeIfPresent(key, (same, result) -> used(result, runId, time));
    }

    @Override
    public synchronized int forgetUnused(Instant since) {
        int before = results.size();
        results.values().removeIf(result -> result.used().isBefore(since));
        return before - results.size();
    }

    private static StepResult used(StepResult result, String runId, Instant time) {
        return new StepResult(
                result.key(),
                result.model(),
                result.step(),
                result.runId(),
                result.parts(),
                result.result(),
                runId,
                time.truncatedTo(ChronoUnit.MILLIS));
    }
}
