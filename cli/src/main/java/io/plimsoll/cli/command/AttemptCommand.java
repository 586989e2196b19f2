package io.plimsoll.cli.command;

import io.plimsoll.cli.project.OpenProject;
import io.plimsoll.cli.work.Leash;
import io.plimsoll.cli.work.QueuedRuns;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.RunListener;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code attempt}: what a process does that a worker starts for one attempt of one run. It is not for people, and ends with the worker. */
@Command(name = "attempt", header = "Carry out one attempt of a queued run, for a worker.", hidden = true)
final class AttemptCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(index = "0", paramLabel = "RUN")
    private String run = "";

    @Parameters(index = "1", paramLabel = "FENCE")
    private long fence;

    AttemptCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        Leash.toWhoeverStartedThis();
        Claim claim = new Claim(run, fence);
        try (OpenProject project = setting.open()) {
            Workspace held = project.workspace().under(claim);
            RunRecord record = RunReference.find(project, run);
            if (new Settling(held, project.clock()).settleIfRegistered(record).isEmpty()) {
                carryOn(project, held, claim, record);
            }
            return 0;
        }
    }

    /** A config that this worker cannot follow ends the run, with its faults. */
    private void carryOn(OpenProject project, Workspace held, Claim claim, RunRecord record) {
        try {
            project.trainings()
                    .carryOn(claim, new QueuedRuns(project).plan(record), RunListener.NONE, Throwable::printStackTrace);
        } catch (PlimsollException e) {
            held.runs().end(RunReport.broken(record, e.faults(), project.clock().instant()));
        }
    }
}
