package io.plimsoll.storage;

import io.plimsoll.storage.metadata.Metadata;
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

/** A workspace as the holder of a claim sees it. It belongs to whoever opened the workspace, and is closed with that. */
record ClaimedWorkspace(Metadata metadata, ArtifactStore artifacts) implements Workspace {
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
    public EventLog events() {
        return metadata.events();
    }

    @Override
    public StepResults stepResults() {
        return metadata.stepResults();
    }

    @Override
    public RunEvents runEvents() {
        return metadata.runEvents();
    }

    @Override
    public Workspace under(Claim claim) {
        return new ClaimedWorkspace(metadata.under(claim), artifacts);
    }

    @Override
    public void close() {}
}
