package io.plimsoll.reuse;

import io.plimsoll.data.Dataset;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The snapshots of modelling tables that a workspace keeps, each looked through once a run. */
final class KeptRows {
    private final Workspace workspace;
    private final Engine engine;
    private final EngineLimits limits;
    private final Path scratch;
    private final Map<String, String> obstacles = new HashMap<>();

    /** @param scratch a local folder of this run */
    KeptRows(Workspace workspace, Engine engine, EngineLimits limits, Path scratch) {
        this.workspace = workspace;
        this.engine = engine;
        this.limits = limits;
        this.scratch = scratch;
    }

    /** Why rows of this content cannot be had, in one clause; empty if they can. */
    String obstacle(String sha256) {
        return obstacles.computeIfAbsent(sha256, this::look);
    }

    private String look(String sha256) {
        if (!workspace.artifacts().keepDataset(sha256)) {
            return "the rows that it made are not kept";
        }
        try {
            workspace.artifacts().verifyDataset(sha256);
            return "";
        } catch (PlimsollException e) {
            return "the rows that it made are damaged in the workspace";
        }
    }

    /** The rows themselves, in the order of the key by which they were selected. */
    Dataset open(String sha256, RunContext run) {
        Path file = scratch.resolve("kept-" + sha256 + ".parquet");
        workspace.artifacts().copyDataset(sha256, file);
        run.closeAtEnd(() -> Files.deleteIfExists(file));
        Snapshots snapshots = run.closeAtEnd(engine.snapshots(List.of(file), scratch, limits));
        return snapshots.tables().get(0);
    }
}
