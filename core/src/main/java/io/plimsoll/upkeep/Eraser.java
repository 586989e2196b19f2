package io.plimsoll.upkeep;

import io.plimsoll.step.StepName;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredContent.Kind;
import io.plimsoll.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases the rows of a dataset version: the snapshot, and what runs kept of its rows as evidence. What stays is that there was such a version,
 * its hash, who erased it and why; from then on the same rows are refused. Models stay: none of their files holds a row.
 */
public final class Eraser {
    /** Files of an evaluation that hold a line for each row. */
    private static final List<String> ROWS = List.of("holdout.csv", "opponents.csv", "slices.csv");

    private final Workspace workspace;

    public Eraser(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was erased.
     *
     * @param versions every version of this content, whatever its name
     * @param runs whose evidence lost its rows
     */
    public record Erased(List<DatasetVersion> versions, List<String> runs, Erasure erasure) {
        public Erased {
            versions = List.copyOf(versions);
            runs = List.copyOf(runs);
        }
    }

    /** Safe to do again: after a crash, it finishes. The tombstone comes first, so that nothing of these rows is stored meanwhile. */
    public Erased erase(DatasetVersion asked, String actor, String reason) {
        Erasure erasure = workspace.datasets().erase(asked.name(), asked.version(), actor, reason);
        List<DatasetVersion> same = new Inventory(workspace)
                .datasets().stream()
                        .filter(version -> version.sha256().equals(asked.sha256()))
                        .toList();
        List<String> runs = new ArrayList<>();
        for (DatasetVersion version : same) {
            workspace.datasets().erase(version.name(), version.version(), actor, reason);
            runs.addAll(workspace.datasets().runsOf(version.name(), version.version()));
        }
        runs.forEach(this::eraseRows);
        for (StoredContent content : workspace.artifacts().contents()) {
            if (content.kind() == Kind.DATASET && content.id().equals(asked.sha256())) {
                workspace.artifacts().remove(content);
            }
        }
        return new Erased(same, runs, erasure);
    }

    private void eraseRows(String run) {
        ROWS.forEach(name -> workspace.artifacts().eraseEvidence(run, StepName.EVALUATE.folder() + "/" + name));
    }
}
