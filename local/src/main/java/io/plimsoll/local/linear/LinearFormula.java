package io.plimsoll.local.linear;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighted sum of standardised features, and what it means.
 *
 * <p><b>Shape</b>: {@code weights} has one entry a feature. <b>Units</b>: per standard deviation of the feature.
 */
record LinearFormula(StandardisedColumns columns, float[] weights, float intercept, Link link) implements Formula {
    @Override
    public Value addTo(OnnxGraph graph, Value features) {
        List<Float> means = new ArrayList<>();
        for (float mean : columns.centre()) {
            means.add(mean);
        }
        Value centred = graph.apply("Sub", graph.fillMissing(features, means), graph.row(columns.centre()));
        Value standardised = graph.apply("Div", centred, graph.row(columns.spread()));
        Value sum = graph.apply("MatMul", standardised, graph.column(weights));
        return link.addTo(graph, graph.apply("Add", sum, graph.row(intercept)));
    }

    /** The prediction for one row. */
    double of(float[] features, int row) {
        double sum = intercept;
        for (int column = 0; column < weights.length; column++) {
            sum += (double) weights[column] * columns.of(features, row, column);
        }
        return link.of(sum);
    }
}
