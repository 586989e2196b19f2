package io.plimsoll.local.linear;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.NaiveSettings;
import io.plimsoll.train.NaiveSettings.Typical;
import io.plimsoll.train.Objective;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Predicts the same for every row: what any other model has to be better than. */
public final class NaiveTrainer implements Trainer<NaiveSettings> {
    private static final String NAME = "naive";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The same for every row: the share of class 1, or the median or mean";
    }

    @Override
    public Class<NaiveSettings> settingsType() {
        return NaiveSettings.class;
    }

    @Override
    public FittedModel fit(Examples examples, Task task, NaiveSettings settings, TrainingControl control) {
        boolean median = task == Task.REGRESSION && settings.typical() == Typical.MEDIAN;
        Objective objective = median ? Objective.ABSOLUTE_ERROR : Objective.SQUARED_ERROR;
        control.progress().done(1, 1);
        return new Constant(
                (float) examples.bestConstant(objective, examples.weights()),
                examples.featureNames().size(),
                median ? "the median" : "the mean");
    }

    private record Constant(float value, int width, String summary) implements FittedModel, Formula {
        @Override
        public float[] predict(float[] features, int rows) {
            float[] predictions = new float[rows];
            Arrays.fill(predictions, value);
            return predictions;
        }

        /** Nothing of the features but their number of rows: a missing value, too, is made 0 before it is added up. */
        @Override
        public Value addTo(OnnxGraph graph, Value features) {
            Value zeros = graph.apply("Where", graph.apply("IsNaN", features), graph.row(0), graph.row(0));
            return graph.apply("Add", graph.apply("MatMul", zeros, graph.column(new float[width])), graph.row(value));
        }

        @Override
        public Formula formula() {
            return this;
        }

        @Override
        public SortedMap<String, byte[]> nativeFiles() {
            SortedMap<String, byte[]> files = new TreeMap<>();
            files.put("constant.json", CanonicalJson.bytes(Map.of("prediction", value)));
            return files;
        }
    }
}
