package io.plimsoll.local.onnx;

import io.plimsoll.artifact.Canaries;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.data.Batch;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.local.xgboost.XGBoostTrainer;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.TrainingControl;
import io.plimsoll.transform.CanaryRows;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TransformGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models of {@link RandomTable}, trained and packed as a run does it. */
public final class TrainedExample {
    private TrainedExample() {}

    public static GradientBoostedTreesSettings settings(int trees, int depth) {
        return new GradientBoostedTreesSettings(trees, depth, 0.1, 0.8, 0.8, 1, 0, 1, 0, 256);
    }

    /** Labels that depend on the features, 0 or 1 for classification; otherwise like counts on a log scale. */
    public static Examples examples(int rows, Task task, long seed) {
        Batch batch = RandomTable.rows(rows, seed);
        float[] features = RandomTable.features(batch);
        int width = RandomTable.transform().width();
        Random random = new Random(seed + 1);
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            float number = features[row * width];
            double signal = 3 + number / 5 + features[row * width + 4] * 2 + random.nextGaussian();
            labels[row] = (float) (task == Task.CLASSIFICATION ? (signal > 3 ? 1 : 0) : Math.abs(signal));
        }
        float[] weights = new float[rows];
        Arrays.fill(weights, 1f);
        return new Examples(rows, RandomTable.transform().featureNames(), features, labels, weights);
    }

    public static FittedModel fit(Examples examples, Task task, GradientBoostedTreesSettings settings, int threads) {
        return new XGBoostTrainer().fit(examples, task, settings, new TrainingControl(7, threads, done -> {}));
    }

    public static ModelFiles pack(TreeEnsemble ensemble, Task task, SortedMap<String, byte[]> nativeFiles) {
        return pack(RandomTable.transform(), ensemble, task, nativeFiles);
    }

    public static ModelFiles pack(
            FittedTransform transform, TreeEnsemble ensemble, Task task, SortedMap<String, byte[]> nativeFiles) {
        OnnxGraph graph = new TransformGraph(transform).predicting(ensemble);
        Contract bare = contract(transform, graph, task);
        try (Predictor predictor = new OnnxModelLoader().load(ModelFolder.of(graph.bytes(), bare, nativeFiles))) {
            Contract whole = bare.withCanaries(Canaries.record(predictor, CanaryRows.of(transform, ensemble)));
            return ModelFolder.of(graph.bytes(), whole, nativeFiles);
        }
    }

    private static Contract contract(FittedTransform transform, OnnxGraph graph, Task task) {
        return new Contract(
                Contract.FORMAT,
                "lung-activation",
                new TransformGraph(transform).inputs(),
                new Contract.Output(
                        graph.outputName(),
                        task == Task.CLASSIFICATION ? "probability" : "target",
                        task == Task.CLASSIFICATION ? 0.5 : null),
                "SELECT * FROM sites",
                List.of("sites"),
                new Contract.Question(
                        task, new Roles("id", "trial", "y"), null, "none", "none", new GroupHash("trial", "salt", 0.2)),
                "0".repeat(64),
                new TreeMap<>(),
                "any",
                List.of());
    }
}
