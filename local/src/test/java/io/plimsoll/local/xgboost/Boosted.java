package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.TrainingControl;
import java.util.Map;
import java.util.SortedMap;

/** Models of gradient-boosted trees, and their settings. */
public final class Boosted {
    private Boosted() {}

    public static GradientBoostedTreesSettings settings(int trees, int depth) {
        return settings(
                "{trees: " + trees + ", depth: " + depth + ", learning_rate: 0.1, subsample: 0.8, column_sample: 0.8}");
    }

    /** As a config file would give them. */
    public static GradientBoostedTreesSettings settings(String yaml) {
        return new ConfigLoader(Map.of()).settings(GradientBoostedTreesSettings.class, yaml);
    }

    public static FittedModel fit(Examples examples, Task task, GradientBoostedTreesSettings settings, int threads) {
        return new XGBoostTrainer().fit(examples, task, settings, new TrainingControl(7, threads, (rounds, all) -> {}));
    }

    public static ModelFiles pack(Formula formula, Task task, SortedMap<String, byte[]> nativeFiles) {
        return TrainedExample.pack(formula, task, nativeFiles, new OnnxModelLoader());
    }
}
