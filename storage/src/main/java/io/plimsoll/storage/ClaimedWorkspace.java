package io.plimsoll.storage;

import io.plimsoll.storage.metadata.Metadata;
import io.plimsoll.workspace.ArtifactStore;

/** A workspace as the holder of a claim sees it. It belongs to whoever opened the workspace, and is closed with that. */
final class ClaimedWorkspace extends StoredWorkspace {
    ClaimedWorkspace(Metadata metadata, ArtifactStore artifacts) {
        super(metadata, artifacts);
    }

    @Override
    public void close() {}
}
