package io.plimsoll.train;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TransformGraph;

/**
 * From modelling columns to predictions in the target's own unit, in one graph.
 *
 * @param bytes the model file
 * @param output the name of the prediction, which differs from every column's
 */
public record ModelGraph(byte[] bytes, String output) {
    private static final String PREDICTION = "prediction";

    static ModelGraph of(FittedTransform transform, Formula formula, Scale scale) {
        OnnxGraph graph = new OnnxGraph();
        Value fitted = formula.addTo(graph, new TransformGraph(transform).features(graph));
        String output = graph.output(scale.inOwnUnit(graph, fitted), PREDICTION, 1);
        return new ModelGraph(graph.bytes(), output);
    }

    /** For a target that was fitted on its own scale. */
    public static ModelGraph of(FittedTransform transform, Formula formula) {
        return of(transform, formula, Scale.OWN);
    }
}
