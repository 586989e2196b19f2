package org.example;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A decision stump: one question about one feature, and the mean of the rows on either side. */
public final class StumpTrainer implements Trainer<StumpTrainer.Settings> {
    /** What a config file can say under {@code settings}. */
    @Description("Settings of stump")
    public record Settings(
            @Description("How far the two sides are moved apart from the mean of all") @Default("1") @Range(above = 0, max = 1)
            double rate) {}

    @Override public String name() { return "stump"; }

    @Override public String description() { return "One question about one feature"; }

    @Override public Class<Settings> settingsType() { return Settings.class; }

    @Override public FittedModel fit(Examples rows, Task task, Settings settings, TrainingControl control) {
        Split best = IntStream.range(0, rows.featureNames().size()).mapToObj(column -> Split.of(rows, column))
                .max(Comparator.comparingDouble(Split::gain)).orElseThrow();
        control.progress().done(1, 1);
        float rate = (float) settings.rate();
        Tree tree = Tree.ofNodes(3).split(0, best.column(), best.at(), false).children(0, 1, 2)
                .leaf(1, rate * (best.below() - best.all())).leaf(2, rate * (best.above() - best.all())).build();
        return new Stump(best, rate, new TreeEnsemble(List.of(tree), best.all(), Link.IDENTITY),
                "asks for " + rows.featureNames().get(best.column()));
    }

    /** Rows below a column's mean and the others, among which are those without a value; weighted means of their labels. */
    private record Split(int column, float at, float below, float above, float all, double gain) {
        static Split of(Examples rows, int column) {
            double[] weight = new double[2], label = new double[2];
            float at = (float) IntStream.range(0, rows.rows()).mapToDouble(row -> cell(rows, row, column))
                    .filter(cell -> !Double.isNaN(cell)).average().orElse(0);
            for (int row = 0; row < rows.rows(); row++) {
                int side = cell(rows, row, column) < at ? 0 : 1;
                weight[side] += rows.weights()[row];
                label[side] += rows.weights()[row] * rows.labels()[row];
            }
            double all = (label[0] + label[1]) / (weight[0] + weight[1]);
            double below = weight[0] == 0 ? all : label[0] / weight[0], above = weight[1] == 0 ? all : label[1] / weight[1];
            double gain = weight[0] * (below - all) * (below - all) + weight[1] * (above - all) * (above - all);
            return new Split(column, at, (float) below, (float) above, (float) all, gain);
        }

        static float cell(Examples rows, int row, int column) { return rows.features()[row * rows.featureNames().size() + column]; }
    }

    private record Stump(Split split, float rate, Formula formula, String summary) implements FittedModel {
        @Override public float[] predict(float[] features, int rows) {
            float[] predictions = new float[rows];
            for (int row = 0; row < rows; row++) {
                boolean below = features[row * (features.length / rows) + split.column()] < split.at();
                predictions[row] = split.all() + rate * ((below ? split.below() : split.above()) - split.all());
            }
            return predictions;
        }
    }
}
