package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.OnnxFile;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.data.Batch;
import io.plimsoll.local.xgboost.Boosted;
import io.plimsoll.metric.Task;
import io.plimsoll.train.FittedModel;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts that are looked up before they come in give the same predictions, to the last bit, as texts that the graph itself looks up. */
final class CodedModelTest {
    private static final int ROWS = 3000;

    @Test
    void predictsWhatTheFileItselfPredicts() throws OrtException {
        try (FittedModel model = Boosted.fit(
                TrainedExample.examples(2000, Task.CLASSIFICATION, 5),
                Task.CLASSIFICATION,
                Boosted.settings(50, 4),
                2)) {
            ModelFiles files = Boosted.pack(model.formula(), Task.CLASSIFICATION, model.nativeFiles());
            Batch batch = RandomTable.rows(ROWS, 6);

            try (Predictor predictor = new OnnxModelLoader().load(files)) {
                assertThat(predictor.predict(batch)).isEqualTo(byStrings(files, predictor.contract(), batch));
            }
        }
    }

    private static double[] byStrings(ModelFiles files, Contract contract, Batch batch) throws OrtException {
        double[] predictions = new double[batch.rows()];
        byte[] graph = OnnxFile.read(files.file(ModelFolder.GRAPH)).forJava();
        try (BatchSession session = new BatchSession(
                contract,
                Sessions.open(graph),
                Collections.nCopies(contract.inputs().size(), Optional.empty()),
                1)) {
            session.run(batch, (result, from, rows) -> {
                for (int row = 0; row < rows; row++) {
                    predictions[from + row] =
                            ((OnnxTensor) result.get(0)).getFloatBuffer().get(row);
                }
            });
        }
        return predictions;
    }
}
