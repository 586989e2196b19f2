package io.plimsoll.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;

/** The SELECT of a plan and the key of its rows, to be compared with those of another run of the same model. */
record SelectOf(TrainingPlan plan) {
    /** @param config of a run, as it was kept */
    boolean isIn(String config) {
        try {
            JsonNode data = CanonicalJson.read(config, JsonNode.class)
                    .path("models")
                    .path(plan.modelType())
                    .path("data");
            return data.path("query").asText().equals(plan.model().data().query())
                    && data.path("key").asText().equals(plan.model().data().key());
        } catch (IOException e) {
            return false;
        }
    }
}
