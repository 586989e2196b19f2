package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.evaluate.JudgedRows;
import io.plimsoll.guard.Measure;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.RunRecord;
import java.io.IOException;

/** The charts of cards for other places: SVG whose classes a style sheet colours, with everything that is text escaped. No single row is seen in any. */
public final class Charts {
    private Charts() {}

    /** A figure with its interval beside its line; empty where it has no interval. */
    public static String interval(Measure measure) {
        Html html = new Html();
        if (measure.interval() != null) {
            new IntervalBar(measure.observed(), measure.interval(), measure.limit()).writeTo(html);
        }
        return html.toString();
    }

    /** What a training run's candidate predicted for the rows that judged it; empty where it did not come so far, or there are too few rows. */
    public static String ofRun(RunRecord run, ArtifactStore artifacts) {
        Html html = new Html();
        JudgedRows.of(run.id(), artifacts)
                .filter(rows -> !Bins.of(rows, 2, y -> y).isEmpty())
                .ifPresent(rows -> write(rows, model(run), html));
        return html.toString();
    }

    private static void write(JudgedRows rows, JsonNode model, Html html) {
        if (model.path("task").asText().equals("classification")) {
            ClassificationCharts.write(rows, html);
        } else {
            boolean isLog = model.path("target_scale").asText().equals("log1p");
            new RegressionCharts(isLog).write(rows, html);
        }
    }

    private static JsonNode model(RunRecord run) {
        try {
            return CanonicalJson.read(run.config(), JsonNode.class)
                    .path("models")
                    .path(run.modelType());
        } catch (IOException e) {
            throw new IllegalStateException("the config of " + run.id() + " is not what was written", e);
        }
    }
}
