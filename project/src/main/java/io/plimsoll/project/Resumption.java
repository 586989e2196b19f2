package io.plimsoll.project;

import io.plimsoll.config.DataConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.PlanRecord;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.RunRecord;
import java.nio.file.Path;
import java.util.List;

/** Which runs another one can go on with, and what it takes for that. */
final class Resumption {
    private Resumption() {}

    /** @throws PlimsollException with {@code NOT_RESUMABLE} */
    static PlanRecord require(RunRecord run, ArtifactStore artifacts) {
        if (run.kind() != RunKind.TRAINING) {
            throw refusal(run, "a run of kind " + run.kind() + " cannot be resumed", "start it again");
        }
        if (!run.status().isFinal()) {
            throw refusal(run, "it is under way", "wait for its end, or cancel it");
        }
        if (run.status() == RunStatus.SUCCEEDED) {
            throw refusal(
                    run,
                    "it has come to its end",
                    "`plimsoll train " + run.indication() + " " + run.modelType()
                            + "` reuses whatever has not changed since");
        }
        return PlanRecord.read(run.id(), artifacts)
                .orElseThrow(() -> refusal(
                        run,
                        "nothing is kept of what it was asked for",
                        "`plimsoll train " + run.indication() + " " + run.modelType() + "` begins from the start"));
    }

    /** Where they lay for the run. */
    static List<SourceSpec> sources(DataConfig data, PlanRecord asked) {
        return data.sources().entrySet().stream()
                .map(source -> {
                    String path = asked.paths().get(source.getKey());
                    return new SourceSpec(source.getKey(), path == null ? null : Path.of(path), source.getValue());
                })
                .toList();
    }

    private static PlimsollException refusal(RunRecord run, String what, String help) {
        return PlimsollException.of(ErrorCode.NOT_RESUMABLE, what, "run " + run.id(), help);
    }
}
