package io.plimsoll.split;

import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.Partition;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.guard.Figures;
import io.plimsoll.step.StepOutput;
import io.plimsoll.validate.ValidatedTable;
import java.util.Locale;
import java.util.Map;

/**
 * The labelled rows in two parts that share no group.
 *
 * @param partition what parts them
 * @param trainingGroups number of groups in the training rows
 * @param holdoutGroups number of groups in the holdout
 */
public record SplitTable(
        ValidatedTable table,
        TrainingSet training,
        HoldoutSet holdout,
        Partition partition,
        long trainingGroups,
        long holdoutGroups)
        implements StepOutput {
    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "training %,d rows in %,d groups; holdout %,d rows in %,d groups (%s)",
                training.rows().rows(),
                trainingGroups,
                holdout.rows().rows(),
                holdoutGroups,
                Figures.percent(holdoutShare()));
    }

    @Override
    public Object findings() {
        return Map.of(
                "training", Map.of("rows", training.rows().rows(), "groups", trainingGroups),
                "holdout", Map.of("rows", holdout.rows().rows(), "groups", holdoutGroups),
                "partition", partition);
    }

    private double holdoutShare() {
        double held = holdout.rows().rows();
        return held / (held + training.rows().rows());
    }
}
