package io.plimsoll.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What metrics of a model need beside the rows, as the evidence of the run that judged it keeps it. */
public record Yardsticks(Baseline baseline, double threshold) {
    /** Where nobody knows the training rows: a metric that is relative to them has no value. */
    public static Yardsticks ofThreshold(double threshold) {
        return new Yardsticks(new Baseline(Double.NaN, Double.NaN), threshold);
    }

    /** Empty where the run did not come so far, or its evidence is gone. */
    public static Optional<Yardsticks> of(String runId, ArtifactStore artifacts) {
        return artifacts
                .evidence(runId, StepName.EVALUATE.folder() + "/metrics.json")
                .map(bytes -> read(new String(bytes, StandardCharsets.UTF_8)));
    }

    static Yardsticks read(String metrics) {
        try {
            JsonNode json = CanonicalJson.read(metrics, JsonNode.class);
            Baseline baseline = new Baseline(
                    json.at("/baseline/mean").asDouble(),
                    json.at("/baseline/median").asDouble());
            return new Yardsticks(baseline, json.path("threshold").asDouble());
        } catch (IOException e) {
            throw new UncheckedIOException("a run's metrics.json is not what Plimsoll wrote", e);
        }
    }

    public Metering on(ScoredRows rows) {
        return new Metering(rows, baseline, threshold);
    }
}
