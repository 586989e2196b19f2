package io.plimsoll.contracts;

import io.plimsoll.artifact.Canaries;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.ModelGraph;
import io.plimsoll.transform.CanaryRows;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TransformGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows of {@link RandomTable} to train on, and models of them, packed as a run does it. */
public final class TrainedExample {
    private static final int GROUPS = 50;

    private TrainedExample() {}

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
        String[] groups = IntStream.range(0, rows)
                .mapToObj(row -> "trial " + row % GROUPS)
                .toArray(String[]::new);
        return new Examples(rows, RandomTable.transform().featureNames(), features, labels, weights, groups);
    }

    public static ModelFiles pack(
            Formula formula, Task task, SortedMap<String, byte[]> nativeFiles, ModelLoader loader) {
        return pack(RandomTable.transform(), formula, task, nativeFiles, loader);
    }

    public static ModelFiles pack(
            FittedTransform transform,
            Formula formula,
            Task task,
            SortedMap<String, byte[]> nativeFiles,
            ModelLoader loader) {
        ModelGraph graph = ModelGraph.of(transform, formula);
        Contract bare = contract(transform, graph, task);
        try (Predictor predictor = loader.load(ModelFolder.of(graph.bytes(), bare, nativeFiles))) {
            Contract whole = bare.withCanaries(Canaries.record(predictor, CanaryRows.of(transform, formula)));
            return ModelFolder.of(graph.bytes(), whole, nativeFiles);
        }
    }

    private static Contract contract(FittedTransform transform, ModelGraph graph, Task task) {
        return new Contract(
                Contract.FORMAT,
                "lung-activation",
                new TransformGraph(transform).inputs(),
                new Contract.Output(
                        graph.output(),
                        task == Task.CLASSIFICATION ? "probability" : "target",
                        task == Task.CLASSIFICATION ? 0.5 : null,
                        null),
                "SELECT * FROM sites",
                List.of("sites"),
                null,
                new Contract.Question(
                        task, new Roles("id", "trial", "y"), null, "none", "none", new GroupHash("trial", "salt", 0.2)),
                "0".repeat(64),
                new TreeMap<>(),
                "any",
                List.of());
    }
}
