package io.plimsoll.server.endpoints;

import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.work.QueuedRuns;
import io.plimsoll.worker.Order;
import io.plimsoll.workspace.EndpointChoice;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.RunQueue.Submitted;
import java.util.List;

/** Queues runs of what is published, for every door of the server. */
public final class Submitting {
    private Submitting() {}

    /**
     * Queues a run, which begins when a lane is free.
     *
     * @param words an endpoint, or a version of one: {@code lung-activation-training@3}
     * @param given parameters of the endpoint, and uploads, by name
     * @throws io.plimsoll.fault.PlimsollException with what is wrong with the choice or the settings, or what the queue says
     */
    public static Submitted submit(OpenProject project, String words, Overrides given, Order.By by) {
        EndpointVersion version = new EndpointChoice(project.workspace().endpoints())
                .one(List.of(words))
                .version();
        Specification specification = project.workspace()
                .endpoints()
                .specification(version.specificationSha256())
                .orElseThrow();
        QueuedRuns queued = new QueuedRuns(project);
        return queued.submissions().submit(Order.of(version, specification, queued.given(given)), by);
    }
}
