package io.plimsoll.local.linear;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.contracts.TrainerContract;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.metric.Task;
import io.plimsoll.train.LinearSettings;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;

final class LinearContractTest extends TrainerContract<LinearSettings> {
    @Override
    protected Trainer<LinearSettings> trainer() {
        return new LinearTrainer();
    }

    @Override
    protected ModelLoader loader() {
        return new OnnxModelLoader();
    }

    @Override
    protected boolean isExplained() {
        return true;
    }

    @Override
    protected Map<Task, List<String>> furtherSettings() {
        return Map.of(
                Task.CLASSIFICATION,
                List.of("{penalty: 0.1, l1_share: 1}", "{class_weight: balanced}"),
                Task.REGRESSION,
                List.of("{penalty: 0}", "{penalty: 0.1, l1_share: 0.5}", "{objective: poisson}"));
    }
}
