package io.plimsoll.artifact;

import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.Collections;
import java.util.SortedSet;

/** How a fitted model predicts from a matrix of features, stated in operators of a graph. */
public interface Formula {
    /**
     * Adds it to a graph.
     *
     * <p><b>Shape</b>: {@code features} is [rows, width] of float32, NaN where missing; the result is [rows, 1]. <b>Units</b>: the probability of
     * class 1, or the target on the scale that the model was fitted on.
     */
    Value addTo(OnnxGraph graph, Value features);

    /**
     * Numbers at which the prediction may jump as a feature passes them; empty where it does not. A model is tried around them when it is made,
     * and by each installation that loads it.
     *
     * @param feature index of a column of the matrix
     */
    default SortedSet<Float> thresholds(int feature) {
        return Collections.emptySortedSet();
    }
}
