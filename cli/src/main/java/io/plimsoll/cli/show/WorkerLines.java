package io.plimsoll.cli.show;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Ticket;
import java.io.PrintStream;
import java.util.List;

/** Says what a worker does, a line for each run that it takes and leaves. */
public final class WorkerLines implements Worker.Watch {
    private final SharedWorkspace workspace;
    private final PrintStream err;
    private final boolean debug;

    public WorkerLines(SharedWorkspace workspace, PrintStream err, boolean debug) {
        this.workspace = workspace;
        this.err = err;
        this.debug = debug;
    }

    @Override
    public void taken(Claim claim) {
        int attempt = workspace.queue().find(claim.runId()).map(Ticket::attempt).orElse(1);
        workspace.runs().find(claim.runId()).ifPresent(run -> {
            String again = attempt == 1 ? "" : ", attempt " + attempt;
            say(run.id() + "  " + run.model() + "  taken" + again);
        });
    }

    @Override
    public void left(Claim claim) {
        workspace.runs().find(claim.runId()).ifPresent(run -> say(run.id() + "  " + run.model() + "  " + told(run)));
    }

    private static String told(RunRecord run) {
        String status = run.code() == null ? run.status().name() : run.code().name();
        return run.reason().isEmpty() ? status : status + ": " + run.reason();
    }

    @Override
    public void troubled(RuntimeException trouble) {
        synchronized (err) {
            new Faults(err, debug).print(faults(trouble), trouble);
        }
    }

    private static List<Fault> faults(RuntimeException trouble) {
        return trouble instanceof PlimsollException expected
                ? expected.faults()
                : List.of(new Fault(
                        ErrorCode.INTERNAL,
                        "Plimsoll failed (" + trouble.getClass().getSimpleName() + ")",
                        "",
                        "start the worker with --debug and report the stack trace; it goes on with other runs"));
    }

    private void say(String line) {
        synchronized (err) {
            err.println(line);
        }
    }
}
