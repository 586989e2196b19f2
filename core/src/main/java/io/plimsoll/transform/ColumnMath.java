package io.plimsoll.transform;

import java.util.List;

/** Runs a graph over columns of numbers: training computes with the same operators, in the same library, as the model that comes of it. */
@FunctionalInterface
public interface ColumnMath {
    /**
     * Runs a graph that takes columns and gives one matrix.
     *
     * <p><b>Shape</b>: one array a number input of the graph, all of the same length; the result is row-major, rows × columns.
     *
     * @param graph the bytes of an ONNX model
     */
    float[] apply(byte[] graph, List<float[]> columns);
}
