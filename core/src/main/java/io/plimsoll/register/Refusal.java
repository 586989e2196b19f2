package io.plimsoll.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run keeps of a model that it did not register, so that a person may do so: {@code candidate.json} among the evidence of its last step.
 *
 * @param tags as the version would have had them
 * @param verdict the verdict that it was refused by, with its decision
 */
public record Refusal(String modelSha256, SortedMap<String, String> tags, JsonNode verdict) {
    private static final String NAME = "candidate.json";

    public Refusal {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    static void keep(ModelVersion candidate, Object verdict, RunContext run) {
        Refusal refusal = new Refusal(candidate.sha256(), candidate.tags(), CanonicalJson.tree(verdict));
        run.evidence(NAME, CanonicalJson.indented(refusal).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if the run kept none, or its evidence is gone. */
    public static Optional<Refusal> read(String runId, ArtifactStore artifacts) {
        return artifacts
                .evidence(runId, StepName.REGISTER.folder() + "/" + NAME)
                .map(bytes -> {
                    try {
                        return CanonicalJson.read(bytes, Refusal.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException("a run's " + NAME + " is not what Plimsoll wrote", e);
                    }
                });
    }
}
