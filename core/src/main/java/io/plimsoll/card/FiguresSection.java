package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.evaluate.JudgedRows;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every metric with its interval, and charts of the rows that judged. */
final class FiguresSection {
    private final CardFacts facts;

    FiguresSection(CardFacts facts) {
        this.facts = facts;
    }

    void write(Html html) {
        html.open("section").element("h2", "Figures");
        JsonNode metrics = facts.run().report().path("metrics");
        if (metrics.isEmpty()) {
            html.element("p", "No figures are recorded for this version.", "class", "note");
        } else {
            html.element("p", where() + " Intervals are 95 %, over whole groups of rows.");
            Grid grid = Grid.withFigures(1, "Metric", "Value", "95 % from", "to");
            names(metrics).forEach(name -> addTo(grid, name, metrics.get(name)));
            grid.writeTo(html);
        }
        charts(html);
        html.close("section");
    }

    /** The metric by which models of this type are judged, then all others by name. */
    private Set<String> names(JsonNode metrics) {
        Set<String> names = new LinkedHashSet<>();
        String main = facts.version().tags().getOrDefault("metric", "");
        if (metrics.has(main)) {
            names.add(main);
        }
        metrics.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void addTo(Grid grid, String name, JsonNode value) {
        grid.row(name, Figures.of(value.path("value").asDouble()), bound(value.path("low")), bound(value.path("high")));
    }

    /** {@code 0.7778 (0.6908 to 0.8420)}. */
    static String figures(JsonNode value) {
        String figure = Figures.of(value.path("value").asDouble());
        return value.has("low") && value.has("high")
                ? figure + " (" + bound(value.path("low")) + " to " + bound(value.path("high")) + ")"
                : figure;
    }

    private String where() {
        JudgedRows rows = facts.judged();
        String count = rows == null ? "the rows" : Figures.count(rows.target().length, "row");
        return facts.version().tags().containsKey("judged")
                ? "Measured on " + count + ", each by a model that was fitted without its fold."
                : "Measured on " + count + " that the model had not seen.";
    }

    private void charts(Html html) {
        JudgedRows rows = facts.judged();
        Contract contract = facts.contract();
        if (rows == null || contract == null) {
            String what = rows == null ? "The run's evidence is gone" : "The model's contract cannot be read";
            html.element("p", what + ", so there are no charts.", "class", "note");
            return;
        }
        if (Bins.of(rows, 2, y -> y).isEmpty()) {
            html.element("p", "Too few rows were judged for charts in which no single row is seen.", "class", "note");
            return;
        }
        html.open("div", "class", "charts");
        if (contract.training().task() == Task.CLASSIFICATION) {
            ClassificationCharts.write(rows, html);
        } else {
            new RegressionCharts(contract.training().targetScale().equals("log1p")).write(rows, html);
        }
        html.close("div");
    }

    private static String bound(JsonNode bound) {
        return bound.isNumber() ? Figures.of(bound.asDouble()) : "–";
    }
}
