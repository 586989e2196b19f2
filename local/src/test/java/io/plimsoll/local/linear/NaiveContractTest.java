package io.plimsoll.local.linear;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.contracts.TrainerContract;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.metric.Task;
import io.plimsoll.train.NaiveSettings;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;

final class NaiveContractTest extends TrainerContract<NaiveSettings> {
    @Override
    protected Trainer<NaiveSettings> trainer() {
        return new NaiveTrainer();
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
        return Map.of(Task.REGRESSION, List.of("{typical: mean}"));
    }
}
