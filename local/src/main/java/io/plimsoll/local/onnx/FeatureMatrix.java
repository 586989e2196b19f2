package io.plimsoll.local.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.OpenedGraph.FeaturePart;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoded features of some rows, put together of the parts that an opened graph gives.
 *
 * @param values row-major, rows × columns, NaN where missing
 * @param inputs for each column the index of the input that it comes from
 */
record FeatureMatrix(float[] values, List<Integer> inputs) {
    FeatureMatrix {
        inputs = List.copyOf(inputs);
    }

    /**
     * @param first index of the output that is the first part
     * @throws IllegalArgumentException if an output is not a matrix that its part can be
     */
    static FeatureMatrix of(OrtSession.Result result, int first, List<FeaturePart> parts, int rows) {
        List<Integer> inputs = new ArrayList<>();
        List<OnnxTensor> matrices = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            OnnxTensor matrix = matrix(result, first + i, rows);
            int width = (int) matrix.getInfo().getShape()[1];
            if (!parts.get(i).canBe(width)) {
                throw new IllegalArgumentException("features that belong to no column");
            }
            for (int column = 0; column < width; column++) {
                inputs.add(parts.get(i).inputOf(column));
            }
            matrices.add(matrix);
        }
        return new FeatureMatrix(sideBySide(matrices, rows, inputs.size()), inputs);
    }

    /** One of the outputs. <b>Shape</b>: [rows, any]. */
    static OnnxTensor matrix(OrtSession.Result result, int output, int rows) {
        if (result.get(output) instanceof OnnxTensor tensor && tensor.getInfo().type == OnnxJavaType.FLOAT) {
            long[] shape = tensor.getInfo().getShape();
            if (shape.length == 2 && shape[0] == rows) {
                return tensor;
            }
        }
        throw new IllegalArgumentException("an output that is no matrix of the rows");
    }

    private static float[] sideBySide(List<OnnxTensor> matrices, int rows, int width) {
        float[] values = new float[Math.multiplyExact(rows, width)];
        int left = 0;
        for (OnnxTensor matrix : matrices) {
            FloatBuffer cells = matrix.getFloatBuffer();
            int columns = (int) matrix.getInfo().getShape()[1];
            for (int row = 0; row < rows; row++) {
                cells.get(values, row * width + left, columns);
            }
            left += columns;
        }
        return values;
    }
}
