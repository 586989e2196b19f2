package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.contracts.TrainerContract;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.metric.Task;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;

final class GradientBoostedTreesContractTest extends TrainerContract<GradientBoostedTreesSettings> {
    @Override
    protected Trainer<GradientBoostedTreesSettings> trainer() {
        return new XGBoostTrainer();
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
        return "{trees: 60}";
    }

    @Override
    protected Map<Task, List<String>> furtherSettings() {
        return Map.of(
                Task.CLASSIFICATION,
                List.of(
                        "{trees: 40, class_weight: balanced}",
                        "{trees: 200, early_stopping: {patience: 5}}",
                        "{trees: 40, monotone: {filled: increasing}}"),
                Task.REGRESSION,
                List.of(
                        "{trees: 40, objective: absolute_error}",
                        "{trees: 40, objective: poisson}",
                        "{trees: 40, objective: gamma}",
                        "{trees: 40, objective: tweedie, tweedie_power: 1.2}",
                        "{trees: 200, early_stopping: {patience: 5, validation: 30%}, objective: poisson}"));
    }
}
