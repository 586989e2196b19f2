package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was asked for beside its config: {@code plan.json} in its folder, so that another run can go on with it.
 *
 * @param until the last step to take
 * @param paths of sources in files, by name
 */
public record PlanRecord(StepName until, SortedMap<String, String> paths) {
    private static final String NAME = "plan.json";

    public PlanRecord {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
    }

    PlanRecord(TrainingPlan plan) {
        this(plan.until(), paths(plan));
    }

    void keep(String runId, ArtifactStore artifacts) {
        artifacts.putEvidence(runId, NAME, CanonicalJson.indented(this).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if the run did not come so far, is from before plans were kept, or its files are gone. */
    public static Optional<PlanRecord> read(String runId, ArtifactStore artifacts) {
        return artifacts.evidence(runId, NAME).map(bytes -> {
            try {
                return CanonicalJson.read(bytes, PlanRecord.class);
            } catch (IOException e) {
                throw new UncheckedIOException("a run's " + NAME + " is not what Plimsoll wrote", e);
            }
        });
    }

    private static SortedMap<String, String> paths(TrainingPlan plan) {
        SortedMap<String, String> paths = new TreeMap<>();
        for (SourceSpec source : plan.sources()) {
            if (source.path() != null) {
                paths.put(source.name(), source.path().toAbsolutePath().toString());
            }
        }
        return paths;
    }
}
