package io.plimsoll.config;

import io.plimsoll.config.bind.ChosenBy;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Partial;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model type: what it predicts, from what, how it is trained and what it must not fall below.
 *
 * @param data the file's data, with what this model type changes
 * @param split the file's split, with what this model type changes and with a salt
 * @param features the file's features, with what this model type changes
 * @param trainWhere SQL condition over the modelling table; null: every labelled row
 * @param settings the trainer's own record
 * @param intervals null: predictions come without an interval
 * @param threshold probability from which a row counts as class 1; null for regression
 */
@Description("One model type")
public record ModelConfig(
        @Description("What this model type changes in data, key by key") @Partial
        DataConfig data,

        @Description("What this model type changes in split, key by key") @Partial
        SplitConfig split,

        @Description("What this model type changes in features, key by key") @Partial
        FeaturesConfig features,

        @Description("The column of the modelling table that is predicted")
        String target,

        @Description("SQL condition for the labelled rows that train and judge; never applied when scoring") @Nullable
        String trainWhere,

        @Description("Whether the target is a class (0 or 1) or a quantity")
        Task task,

        @Description("The scale that a regression is fitted on: the target's own, or log(1 + y)") @Default("none")
        TargetScale targetScale,

        @Description("What counts once in training and in metrics: each row, or each group") @Default("none")
        Weight weight,

        @Description("What fits the model, by its short name") @Default("gradient-boosted-trees")
        String trainer,

        @Description("The trainer's settings") @Default("{}") @ChosenBy("trainer")
        Record settings,

        @Description("Where the trainer's randomness begins, for settings that draw rows or columns")
        @Default("0")
        @Range(min = 0, max = 2e9)
        int seed,

        @Description(
                "How probabilities are brought to what comes true, learned out of fold on the training rows; classification only")
        @Default("none")
        Calibrate calibrate,

        @Description("Share of new rows that an interval around each prediction should hold; regression only")
        @DefaultsTo("no interval")
        @Range(min = 0.5, max = 0.99)
        @Nullable
        Percentage intervals,

        @Description("The metric by which models of this type are shown and compared")
        Metric metric,

        @Description("Further metrics to show") @Default("[]")
        List<Metric> alsoReport,

        @Description("Probability from which a row counts as class 1, or best_f1; classification only")
        @DefaultsTo("0.5 for classification")
        @Nullable
        Threshold threshold,

        @Description("The line that no registered model may be on the wrong side of")
        GuardrailConfig guardrail) {
    public ModelConfig {
        alsoReport = List.copyOf(alsoReport);
    }

    /** The scale on which a regression is fitted; predictions and metrics are in the target's own unit. */
    public enum TargetScale {
        NONE,
        LOG1P;

        /** A target on this scale. */
        public double of(double target) {
            return this == LOG1P ? StrictMath.log1p(target) : target;
        }
    }

    /** How probabilities are brought to what comes true. */
    public enum Calibrate {
        NONE,
        ISOTONIC,
        PLATT
    }

    /** What counts once. */
    public enum Weight {
        NONE,
        GROUP
    }
}
