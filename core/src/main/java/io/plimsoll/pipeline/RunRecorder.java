package io.plimsoll.pipeline;

import io.plimsoll.fault.Fault;
import io.plimsoll.step.Progress;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepRecord;
import java.time.Duration;

/** Keeps the memory of a run up to date while it goes on, and passes everything on to whoever watches, here and elsewhere. */
final class RunRecorder implements RunListener {
    private final String runId;
    private final RunRecords records;
    private final RunListener here;
    private final RunListener elsewhere;

    RunRecorder(String runId, RunRecords records, RunListener here, RunListener elsewhere) {
        this.runId = runId;
        this.records = records;
        this.here = here;
        this.elsewhere = elsewhere;
    }

    @Override
    public void started(StepName step) {
        records.step(runId, new StepRecord(step, StepStatus.RUNNING, 0, ""));
        here.started(step);
        elsewhere.started(step);
    }

    @Override
    public void progressed(StepName step, Progress progress) {
        here.progressed(step, progress);
        elsewhere.progressed(step, progress);
    }

    @Override
    public void warned(StepName step, Fault warning) {
        here.warned(step, warning);
        elsewhere.warned(step, warning);
    }

    @Override
    public void ended(StepName step, StepStatus status, Duration took, String summary) {
        records.step(runId, new StepRecord(step, status, took.toMillis(), summary));
        here.ended(step, status, took, summary);
        elsewhere.ended(step, status, took, summary);
    }
}
