package io.plimsoll.cli.command;

import io.plimsoll.cli.show.WorkerLines;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.project.work.QueuedRuns;
import io.plimsoll.project.work.Workers;
import io.plimsoll.worker.Order;
import io.plimsoll.worker.Submissions;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import java.time.Duration;
import java.util.List;

/** Trains every model type of every indication: queues them all, and is a worker until they have ended, each in a process of its own. */
record Portfolio(CommandSetting setting, OpenProject project) {
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** @return the exit code: the worst of the runs' */
    int train(Order.By by, int lanes) {
        Submissions submissions = new QueuedRuns(project).submissions();
        List<String> runs = project.indications().stream()
                .map(name -> project.indication(name, Overrides.none()))
                .flatMap(config -> specifications(config).stream())
                .map(built -> submissions
                        .submit(Order.of(built, Overrides.none()), by)
                        .runId())
                .toList();
        work(runs, lanes);
        List<RunRecord> ended =
                runs.stream().map(id -> RunReference.find(project, id)).toList();
        return setting.matrix(ended);
    }

    private List<Specification> specifications(IndicationConfig config) {
        return config.models().keySet().stream()
                .map(type -> Specification.of(config, type, project.installation()))
                .toList();
    }

    private void work(List<String> runs, int lanes) {
        SharedWorkspace workspace = project.workspace();
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            Worker worker = new Workers(project, setting.opening(), scratch.path()).worker(lanes, LEASE);
            Runnable cancel = () -> {
                runs.forEach(run -> workspace.queue().cancel(run, "the command that submitted it was ended"));
                worker.stop();
            };
            try (AtInterrupt ignored = AtInterrupt.run(cancel)) {
                worker.work(
                        () -> runs.stream().allMatch(this::hasEnded),
                        () -> {},
                        new WorkerLines(workspace, setting.surroundings().err(), setting.global().debug));
            }
        }
    }

    private boolean hasEnded(String run) {
        return RunReference.find(project, run).status().isFinal();
    }
}
