package io.plimsoll.train;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Baseline;
import io.plimsoll.split.RowWeights;
import java.util.List;
import java.util.Objects;

/** The naive models, fitted on training rows. */
final class Baselines {
    private Baselines() {}

    static Baseline of(EncodedRows training) {
        return of(training.target(), training.weight());
    }

    /** The same of rows of which nothing but their targets is wanted. */
    static Baseline of(Dataset training, Roles roles, Weight weighting) {
        double[] target = new double[Math.toIntExact(training.rows())];
        String[] group = new String[target.length];
        int[] filled = {0};
        training.scan(new Selection(List.of(roles.target()), List.of(roles.group())), batch -> {
            System.arraycopy(batch.numbers().get(0), 0, target, filled[0], batch.rows());
            for (int row = 0; row < batch.rows(); row++) {
                group[filled[0] + row] = Objects.requireNonNull(batch.texts().get(0)[row]);
            }
            filled[0] += batch.rows();
        });
        return of(target, RowWeights.of(weighting, group));
    }

    private static Baseline of(double[] target, double[] weight) {
        return new Baseline(WeightedCentre.mean(target, weight), WeightedCentre.median(target, weight));
    }
}
