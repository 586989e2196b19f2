package io.plimsoll.contracts;

import io.plimsoll.access.Access;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunEvents;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepResults;
import io.plimsoll.workspace.Workspace;
import java.time.Clock;

/** A workspace that lasts as long as this object. Safe to use from several threads. */
public final class MemoryWorkspace implements Workspace {
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryRunRecords runs = new MemoryRunRecords(outbox);
    private final MemoryRunEvents runEvents = new MemoryRunEvents();
    private final MemoryEventLog events;
    private final DatasetCatalog datasets;
    private final ModelRegistry models;
    private final Endpoints endpoints;
    private final Access access;
    private final Webhooks webhooks;
    private final StepResults stepResults = new MemoryStepResults(runs);
    private final MemoryArtifactStore artifacts = new MemoryArtifactStore();

    /** @param clock gives the times of governance changes */
    public MemoryWorkspace(Clock clock) {
        this.events = new MemoryEventLog(clock, outbox);
        this.datasets = new MemoryDatasetCatalog(runs, events);
        this.models = new MemoryModelRegistry(runs, events);
        this.endpoints = new MemoryEndpoints(events);
        this.access = new MemoryAccess(events);
        this.webhooks = new MemoryWebhooks(outbox, events);
    }

    @Override
    public RunRecords runs() {
        return runs;
    }

    @Override
    public DatasetCatalog datasets() {
        return datasets;
    }

    @Override
    public ModelRegistry models() {
        return models;
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public StepResults stepResults() {
        return stepResults;
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public RunEvents runEvents() {
        return runEvents;
    }

    /** Nobody else can take a run away or cancel it: this memory is that of one process. */
    @Override
    public Workspace under(Claim claim) {
        return this;
    }

    @Override
    public void close() {
        artifacts.close();
    }
}
