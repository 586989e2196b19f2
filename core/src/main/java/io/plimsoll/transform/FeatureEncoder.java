package io.plimsoll.transform;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.data.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes batches of modelling rows into a feature matrix. What it writes is what the artifact's ONNX graph computes. */
public final class FeatureEncoder {
    private final FittedTransform transform;
    private final ColumnMath math;
    private final int width;
    private final List<Map<String, Integer>> slots = new ArrayList<>();

    FeatureEncoder(FittedTransform transform, ColumnMath math) {
        this.transform = transform;
        this.math = math;
        this.width = transform.width();
        transform.categorical().forEach(encoding -> slots.add(slotsOf(encoding)));
    }

    public FittedTransform transform() {
        return transform;
    }

    /**
     * Encodes a batch whose first numbers and texts are those of {@link FittedTransform#selection()}; further columns are ignored. Numbers are not yet
     * rescaled: {@link #rescale} does that for all rows at once.
     *
     * <p><b>Shape</b>: {@code matrix} is row-major with {@link FittedTransform#width()} columns; rows are written from {@code firstRow}
     * on, into cells that are zero.
     */
    public void encode(Batch batch, float[] matrix, int firstRow) {
        for (int i = 0; i < transform.numeric().size(); i++) {
            Encoding.Numeric encoding = transform.numeric().get(i);
            double[] values = batch.numbers().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                matrix[(firstRow + row) * width + i] = encoding.filled(values[row]);
            }
        }
        int offset = transform.numeric().size();
        for (int i = 0; i < transform.categorical().size(); i++) {
            Encoding.Categorical encoding = transform.categorical().get(i);
            @Nullable String[] values = batch.texts().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                write(encoding, i, values[row], matrix, (firstRow + row) * width + offset);
            }
            offset += encoding.outputs().size();
        }
    }

    /** Rescales the numbers of a matrix whose rows are all written. */
    public void rescale(float[] matrix) {
        int[] columns = IntStream.range(0, transform.numeric().size())
                .filter(i -> !transform.numeric().get(i).rescaling().isNone())
                .toArray();
        int rows = width == 0 ? 0 : matrix.length / width;
        if (columns.length == 0 || rows == 0) {
            return;
        }
        List<float[]> numbers = new ArrayList<>();
        for (int column : columns) {
            float[] values = new float[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = matrix[row * width + column];
            }
            numbers.add(values);
        }
        float[] rescaled = math.apply(graph(columns), numbers);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns.length; i++) {
                matrix[row * width + columns[i]] = rescaled[row * columns.length + i];
            }
        }
    }

    /** Whether the i-th categorical column has met this category in training. */
    public boolean isKnown(int categorical, String value) {
        return slots.get(categorical).containsKey(value);
    }

    private byte[] graph(int[] columns) {
        OnnxGraph graph = new OnnxGraph();
        List<Value> inputs = new ArrayList<>();
        List<Rescaling> each = new ArrayList<>();
        for (int column : columns) {
            inputs.add(graph.numberInput("column " + column));
            each.add(transform.numeric().get(column).rescaling());
        }
        graph.output(Rescaling.addTo(graph, graph.matrix(inputs), each), "rescaled", columns.length);
        return graph.bytes();
    }

    private void write(
            Encoding.Categorical encoding, int categorical, @Nullable String value, float[] matrix, int cell) {
        if (encoding instanceof Encoding.Lookup lookup) {
            matrix[cell] = lookup.of(value);
            return;
        }
        Encoding.OneHot oneHot = (Encoding.OneHot) encoding;
        int slot = value == null || value.isEmpty()
                ? oneHot.missingSlot()
                : slots.get(categorical).getOrDefault(value, oneHot.unseenSlot());
        if (slot >= 0) {
            matrix[cell + slot] = 1f;
        }
    }

    private static Map<String, Integer> slotsOf(Encoding.Categorical encoding) {
        Map<String, Integer> slots = new HashMap<>();
        List<String> known = encoding.known();
        for (int i = 0; i < known.size(); i++) {
            slots.put(known.get(i), i);
        }
        if (encoding instanceof Encoding.OneHot oneHot) {
            oneHot.rare().forEach(level -> slots.put(level, oneHot.otherSlot()));
        }
        return slots;
    }
}
