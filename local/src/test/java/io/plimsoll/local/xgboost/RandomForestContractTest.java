package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.contracts.TrainerContract;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.metric.Task;
import io.plimsoll.train.RandomForestSettings;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;

final class RandomForestContractTest extends TrainerContract<RandomForestSettings> {
    @Override
    protected Trainer<RandomForestSettings> trainer() {
        return new RandomForestTrainer();
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
    protected String usualSettings() {
        return "{trees: 30}";
    }

    @Override
    protected Map<Task, List<String>> furtherSettings() {
        return Map.of(Task.CLASSIFICATION, List.of("{trees: 20, depth: 4, class_weight: balanced}"));
    }
}
