package io.plimsoll.reuse;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.StepResult;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The results of one model's steps in a workspace, with the evidence that belongs to them. */
public final class StepMemory {
    private final String model;
    private final Workspace workspace;

    public StepMemory(String model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
    }

    Optional<StepResult> find(KeyParts parts) {
        return workspace.stepResults().find(parts.key());
    }

    /** The result that was made or used last. */
    Optional<StepResult> latest(StepName step) {
        return workspace.stepResults().latest(model, step);
    }

    /** Empty if it is not one that this version wrote. */
    static Optional<Recollection> recollection(StepResult result) {
        try {
            return Optional.of(CanonicalJson.read(result.result(), Recollection.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The files of a result's evidence; empty if one of them is missing or has changed. */
    Optional<SortedMap<String, byte[]>> files(StepResult result, Recollection recollection) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, String> file : recollection.files().entrySet()) {
            Optional<byte[]> content =
                    workspace.artifacts().evidence(result.runId(), result.step().folder() + "/" + file.getKey());
            if (content.isEmpty() || !Sha256.of(content.get()).equals(file.getValue())) {
                return Optional.empty();
            }
            files.put(file.getKey(), content.get());
        }
        return Optional.of(files);
    }

    void used(StepResult result, RunContext run) {
        workspace.stepResults().used(result.key(), run.runId(), run.clock().instant());
    }

    /** To be called when everything that belongs to the result is durable. */
    void remember(StepName step, KeyParts parts, Recollection recollection, RunContext run) {
        workspace
                .stepResults()
                .put(new StepResult(
                        parts.key(),
                        model,
                        step,
                        run.runId(),
                        parts.json(),
                        CanonicalJson.text(recollection),
                        run.runId(),
                        run.clock().instant()));
    }
}
