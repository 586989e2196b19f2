package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.TicketShow;
import io.plimsoll.cli.show.WhyShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Experiment;
import io.plimsoll.workspace.SharedWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs of a workspace. */
record OwnRuns(OpenProject project) implements RunDesk {
    private static final Duration PULSE = Duration.ofMillis(300);
    private static final int BATCH = 500;

    @Override
    public List<RunRecord> latest(int limit) {
        return workspace().runs().latest(limit);
    }

    @Override
    public RunView show(String id) {
        return view(RunReference.find(project, id));
    }

    private RunView view(RunRecord run) {
        return new RunView(
                run,
                Origin.of(run.id(), workspace().datasets()),
                workspace().queue().find(run.id()).map(TicketShow::of),
                workspace().artifacts().evidencePlace(run.id()));
    }

    @Override
    public WhyShow why(String id) {
        RunRecord run = RunReference.find(project, id);
        if (run.kind() != RunKind.TRAINING) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a run of kind " + run.kind() + " takes every step",
                    "run " + id,
                    "name a run of kind TRAINING; `plimsoll runs list` shows the kinds");
        }
        return WhyShow.of(run, workspace());
    }

    @Override
    public Cancellation cancel(String id, String reason) {
        RunReference.find(project, id);
        String why = "cancelled by " + project.actor() + (reason.isEmpty() ? "" : ": " + reason);
        boolean done = workspace().queue().cancel(id, why);
        return new Cancellation(id, done, RunReference.find(project, id).status());
    }

    @Override
    public RunView follow(String id, Consumer<RunEvent> each) {
        long known = 0;
        while (true) {
            // read before the events: what happened until the end is among them then
            RunRecord run = RunReference.find(project, id);
            known = tell(id, known, each);
            if (run.status().isFinal()) {
                return view(run);
            }
            LockSupport.parkNanos(PULSE.toNanos());
        }
    }

    private long tell(String id, long known, Consumer<RunEvent> each) {
        long last = known;
        List<RunEvent.Numbered> batch;
        do {
            batch = workspace().runEvents().after(id, last, BATCH);
            for (RunEvent.Numbered numbered : batch) {
                each.accept(numbered.event());
                last = numbered.sequence();
            }
        } while (batch.size() == BATCH);
        return last;
    }

    @Override
    public List<Experiment> experiments() {
        return workspace().runs().experiments();
    }

    @Override
    public List<RunRecord> ofExperiment(String name) {
        List<RunRecord> runs = workspace().runs().ofExperiment(name, MOST_COMPARED);
        if (runs.isEmpty()) {
            throw UnknownExperiment.of(name, experiments());
        }
        return runs;
    }

    private SharedWorkspace workspace() {
        return project.workspace();
    }
}
