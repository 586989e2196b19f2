package io.plimsoll.pipeline;

import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepRecord;
import java.time.Duration;

/** Keeps the memory of a run up to date while it goes on, and passes everything on to whoever watches. */
final class RunRecorder implements RunListener {
    private final String runId;
    private final RunRecords records;
    private final RunListener watcher;

    RunRecorder(String runId, RunRecords records, RunListener watcher) {
        this.runId = runId;
        this.records = records;
        this.watcher = watcher;
    }

    @Override
    public void started(StepName step) {
        records.step(runId, new StepRecord(step, StepStatus.RUNNING, 0, ""));
        watcher.started(step);
    }

    @Override
    public void progressed(StepName step, double share) {
        watcher.progressed(step, share);
    }

    @Override
    public void ended(StepName step, StepStatus status, Duration took, String summary) {
        records.step(runId, new StepRecord(step, status, took.toMillis(), summary));
        watcher.ended(step, status, took, summary);
    }
}
