package io.plimsoll.worker;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.RunQueue.Submitted;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Submission;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Queues trainings: checks what is given against what was built, and hands the whole of it to the queue, so that a worker needs nobody to ask. */
public final class Submissions {
    private final SharedWorkspace workspace;
    private final Installation installation;
    private final InstantSource clock;
    private final Supplier<String> runIds;

    /** @param runIds gives a new run's id, never the same twice */
    public Submissions(
            SharedWorkspace workspace, Installation installation, InstantSource clock, Supplier<String> runIds) {
        this.workspace = workspace;
        this.installation = installation;
        this.clock = clock;
        this.runIds = runIds;
    }

    /**
     * Queues one run.
     *
     * @throws io.plimsoll.fault.PlimsollException as {@link Specification#with} and {@link io.plimsoll.workspace.RunQueue#submit} do
     */
    public Submitted submit(Order order, Order.By by) {
        Specification specification = order.specification();
        IndicationConfig config = specification.with(order.given(), installation);
        EndpointSettings settings = order.settings();
        EndpointVersion version = order.version();
        RunRequest request = new RunRequest(
                version == null ? null : version.endpoint(),
                version == null ? null : version.version(),
                specification.sha256(),
                by.reuse(),
                settings.retries(),
                settings.memoryBytes(),
                settings.timeoutSeconds());
        Submission submission = new Submission(
                request.json(), settings.priority(), settings.retries().most() + 1, settings.concurrency(), by.key());
        return workspace.queue().submit(run(specification, config, by), submission);
    }

    private RunRecord run(Specification specification, IndicationConfig config, Order.By by) {
        return new RunRecord(
                runIds.get(),
                RunKind.TRAINING,
                specification.indication(),
                specification.modelType(),
                specification.model(),
                by.experiment(),
                RunStatus.QUEUED,
                null,
                null,
                "",
                clock.instant(),
                null,
                config.canonicalJson(),
                null,
                List.of(),
                by.actor());
    }
}
