package io.plimsoll.storage;

import io.plimsoll.access.Access;
import io.plimsoll.storage.metadata.Metadata;
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

/** A memory and the files that belong to it, as a workspace. */
abstract class StoredWorkspace implements Workspace {
    private final Metadata metadata;
    private final ArtifactStore artifacts;

    StoredWorkspace(Metadata metadata, ArtifactStore artifacts) {
        this.metadata = metadata;
        this.artifacts = artifacts;
    }

    @Override
    public RunRecords runs() {
        return metadata.runs();
    }

    @Override
    public DatasetCatalog datasets() {
        return metadata.datasets();
    }

    @Override
    public ModelRegistry models() {
        return metadata.models();
    }

    @Override
    public Endpoints endpoints() {
        return metadata.endpoints();
    }

    @Override
    public Access access() {
        return metadata.access();
    }

    @Override
    public Webhooks webhooks() {
        return metadata.webhooks();
    }

    @Override
    public EventLog events() {
        return metadata.events();
    }

    @Override
    public StepResults stepResults() {
        return metadata.stepResults();
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public RunEvents runEvents() {
        return metadata.runEvents();
    }

    @Override
    public Workspace under(Claim claim) {
        return new ClaimedWorkspace(metadata.under(claim), artifacts);
    }
}
