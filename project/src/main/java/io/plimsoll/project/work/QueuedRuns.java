package io.plimsoll.project.work;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.pipeline.Planning;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.project.OpenProject;
import io.plimsoll.step.StepName;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.worker.Submissions;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Upload;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How runs of a project come into its queue, and what they are to do when they come out. */
public record QueuedRuns(OpenProject project) {
    /** Queues runs. */
    public Submissions submissions() {
        return new Submissions(project.workspace(), project.installation(), project.clock(), project::newRunId);
    }

    /** Parameters as they were typed here, with paths that mean the same from the project's folder: relative to it where they lie within; an upload must be there. */
    public Overrides given(Overrides typed) {
        Map<String, String> paths = new LinkedHashMap<>();
        Path base = project.folder().toAbsolutePath().normalize();
        typed.paths().forEach((name, path) -> {
            Optional<String> upload = Upload.in(path);
            if (upload.isPresent()) {
                project.workspace().artifacts().uploads().file(upload.get());
                paths.put(name, path);
                return;
            }
            Path place = project.directory().resolve(path).toAbsolutePath().normalize();
            Path shown = place.startsWith(base) ? base.relativize(place) : place;
            paths.put(name, shown.toString().replace('\\', '/'));
        });
        return new Overrides(typed.settings(), paths);
    }

    /**
     * What a queued run is to do here: its own config, the sources that it names, on behalf of whoever submitted it.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code INSTALLATION_DIFFERS} if it was built for other plugins than those here, or with the
     *     faults of a config that this installation cannot follow
     */
    public TrainingPlan plan(RunRecord run) {
        RunRequest request = request(run);
        requireAccord(request);
        IndicationConfig config = project.installation().configs().stored(run.config());
        Planning planning = project.planning();
        return new TrainingPlan(
                config,
                run.modelType(),
                project.sources(config, run.modelType(), Overrides.none()),
                planning.needsApproval() ? Admission.forApproval(run.actor()) : Admission.byVerdict(run.actor()),
                run.experiment(),
                StepName.REGISTER,
                request.reuse(),
                project.limits());
    }

    private RunRequest request(RunRecord run) {
        return project.workspace()
                .queue()
                .find(run.id())
                .map(ticket -> RunRequest.read(ticket.submission().request()))
                .orElseThrow();
    }

    /** What was published is kept, and says what it was built for. */
    private void requireAccord(RunRequest request) {
        Optional.ofNullable(request.specificationSha256())
                .flatMap(project.workspace().endpoints()::specification)
                .ifPresent(specification -> specification.with(Overrides.none(), project.installation()));
    }
}
