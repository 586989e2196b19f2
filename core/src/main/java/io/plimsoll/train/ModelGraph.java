package io.plimsoll.train;

import io.plimsoll.artifact.Contract.Interval;
import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TransformGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From modelling columns to predictions in the target's own unit, in one graph.
 *
 * @param bytes the model file
 * @param output the name of the prediction, which differs from every column's
 * @param interval names of the ends around it; null where there are none
 */
public record ModelGraph(
        byte[] bytes, String output, @Nullable Interval interval) {
    private static final String PREDICTION = "prediction";

    static ModelGraph of(FittedTransform transform, Formula formula, Finish finish) {
        OnnxGraph graph = new OnnxGraph();
        Value fitted = formula.addTo(graph, new TransformGraph(transform).features(graph));
        List<Value> outputs = finish.addTo(graph, fitted);
        String output = graph.output(outputs.get(0), PREDICTION, 1);
        Interval interval = finish.spread() == null
                ? null
                : new Interval(
                        graph.output(outputs.get(1), PREDICTION + "_low", 1),
                        graph.output(outputs.get(2), PREDICTION + "_high", 1),
                        finish.spread().level());
        return new ModelGraph(graph.bytes(), output, interval);
    }

    /** For a target that was fitted on its own scale, and predictions that are taken as they are. */
    public static ModelGraph of(FittedTransform transform, Formula formula) {
        return of(transform, formula, Finish.plain(Scale.OWN));
    }
}
