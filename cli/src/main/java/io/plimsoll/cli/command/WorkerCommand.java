package io.plimsoll.cli.command;

import io.plimsoll.cli.show.WorkerLines;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.work.Chores;
import io.plimsoll.project.work.Couriers;
import io.plimsoll.project.work.Workers;
import io.plimsoll.webhook.Sender;
import io.plimsoll.worker.Worker;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code worker}: carries queued runs out until it is told to stop. */
@Command(
        name = "worker",
        header = "Carry out queued runs, each in a process of its own, until told to stop.",
        description = {
            "Any number of workers may serve one workspace, from as many machines as reach its database and its files.",
            "Ctrl-C or SIGTERM hands the runs back that are going on."
        },
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    private static final int MOST_LANES = 64;
    private static final int SHORTEST_LEASE = 3;

    private final CommandSetting setting;

    @Option(names = "--lanes", paramLabel = "N", defaultValue = "1", description = "how many runs at a time; default 1")
    private int lanes = 1;

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long after its last sign of life others may take its runs; default 30")
    private int lease;

    @Option(names = "--until-idle", description = "end when no run waits or goes on any more")
    private boolean untilIdle;

    WorkerCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        check();
        try (OpenProject project = setting.open();
                TemporaryFolder scratch = TemporaryFolder.create();
                Sender sender = Couriers.sender(project)) {
            Workers workers = new Workers(project, setting.opening(), scratch.path());
            Worker worker = workers.worker(lanes, Duration.ofSeconds(lease));
            Thread working = Thread.currentThread();
            try (AtInterrupt ignored = AtInterrupt.run(() -> stop(worker, working))) {
                setting.surroundings().err().println("waiting for runs; Ctrl-C ends this worker");
                worker.work(
                        () -> untilIdle && workers.isIdle(),
                        new Chores(project, sender),
                        new WorkerLines(
                                project.workspace(), setting.surroundings().err(), setting.global().debug));
            }
            return 0;
        }
    }

    private void check() {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, "--lanes must be 1 to " + MOST_LANES, "", "give a number such as 2");
        }
        if (lease < SHORTEST_LEASE) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, "--lease must be at least " + SHORTEST_LEASE, "", "give seconds, such as 30");
        }
    }

    /** Waits until the runs are handed back, since the process ends after this. */
    private static void stop(Worker worker, Thread working) {
        worker.stop();
        try {
            working.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
