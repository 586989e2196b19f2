package io.plimsoll.local.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.metric.Bounds;
import java.nio.FloatBuffer;

/** Predictions, and the ends around them, as a graph gives them. */
final class OnnxPredictor implements Predictor {
    private final BatchSession session;

    OnnxPredictor(BatchSession session) {
        this.session = session;
    }

    @Override
    public Contract contract() {
        return session.contract();
    }

    @Override
    public Predictions predictions(Batch batch) {
        double[][] predictions = new double[contract().outputs().size()][batch.rows()];
        session.run(batch, (result, from, rows) -> take(result, predictions, from, rows));
        Bounds bounds = predictions.length == 1 ? null : new Bounds(predictions[1], predictions[2]);
        return new Predictions(predictions[0], bounds);
    }

    @Override
    public void close() {
        session.close();
    }

    private static void take(OrtSession.Result result, double[][] predictions, int from, int rows) {
        for (int output = 0; output < predictions.length; output++) {
            FloatBuffer values = ((OnnxTensor) result.get(output)).getFloatBuffer();
            for (int i = 0; i < rows; i++) {
                predictions[output][from + i] = values.get(i);
            }
        }
    }
}
