package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.PublishedTraining;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.project.work.QueuedRuns;
import io.plimsoll.worker.Order;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointChoice;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.RunQueue.Submitted;
import java.util.List;
import java.util.OptionalInt;

/** What is published in a workspace. */
record OwnEndpoints(OpenProject project) implements EndpointDesk {
    @Override
    public List<Endpoint> list() {
        return endpoints().list();
    }

    @Override
    public PublishedTraining show(EndpointReference version) {
        EndpointVersion found = version.one(endpoints());
        return new PublishedTraining(
                version.endpoint(endpoints()), endpoints().versions(version.name()), found, specification(found));
    }

    @Override
    public Change disable(EndpointReference wanted, String reason) {
        OptionalInt version = wanted.number(endpoints());
        return change(wanted, endpoints().disable(wanted.name(), version, project.actor(), reason));
    }

    @Override
    public Change enable(EndpointReference wanted) {
        OptionalInt version = wanted.number(endpoints());
        return change(wanted, endpoints().enable(wanted.name(), version, project.actor()));
    }

    @Override
    public Change setDefault(EndpointReference wanted) {
        OptionalInt version = wanted.number(endpoints());
        boolean changed = endpoints().setDefault(wanted.name(), version, project.actor());
        return new Change(wanted.endpoint(endpoints()), null, changed);
    }

    private Change change(EndpointReference wanted, boolean changed) {
        return new Change(
                wanted.endpoint(endpoints()), wanted.isWholeEndpoint() ? null : wanted.one(endpoints()), changed);
    }

    @Override
    public Submitted submit(List<String> words, Overrides given, Terms terms) {
        QueuedRuns queued = new QueuedRuns(project);
        EndpointVersion version = new EndpointChoice(endpoints()).one(words).version();
        return queued.submissions()
                .submit(
                        Order.of(version, specification(version), queued.given(given)),
                        new Order.By(project.actor(), terms.experiment(), terms.key(), terms.reuse()));
    }

    private Specification specification(EndpointVersion version) {
        return endpoints().specification(version.specificationSha256()).orElseThrow();
    }

    private Endpoints endpoints() {
        return project.workspace().endpoints();
    }
}
