package io.plimsoll.local.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.OnnxFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.transform.ColumnMath;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of numbers through a graph in ONNX Runtime, the library that scoring uses. */
public final class OnnxColumnMath implements ColumnMath {
    @Override
    public float[] apply(byte[] graph, List<float[]> columns) {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try (OrtSession session = Sessions.open(OnnxFile.read(graph).forJava())) {
            OrtEnvironment environment = Sessions.environment();
            List<String> names = List.copyOf(session.getInputNames());
            for (float[] column : columns) {
                long[] shape = names.size() == 1 ? new long[] {column.length, 1} : new long[] {column.length};
                tensors.put(
                        names.get(tensors.size()),
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(column), shape));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] matrix = new float[values.remaining()];
                values.get(matrix);
                return matrix;
            }
        } catch (OrtException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.INTERNAL,
                            "ONNX Runtime could not rescale " + columns.size() + " columns",
                            "",
                            "Run again with --debug and report what it shows."),
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }
}
