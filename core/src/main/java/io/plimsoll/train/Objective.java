package io.plimsoll.train;

import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.TrainerSettings.ModelFacts;
import io.plimsoll.config.TrainerSettings.Objection;
import io.plimsoll.config.TrainerSettings.TargetRange;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a trainer makes small on its training rows. */
public enum Objective {
    /** Negative log-likelihood of a class; predictions are probabilities. */
    LOGISTIC,
    /** Predictions are means. */
    SQUARED_ERROR,
    /** Predictions are medians. */
    ABSOLUTE_ERROR,
    /** Negative log-likelihood of counts, on a log link. */
    POISSON,
    /** Of positive quantities whose spread grows with their mean, on a log link. */
    GAMMA,
    /** Between these two: quantities that are often 0, on a log link. */
    TWEEDIE;

    /** As written in config files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is meant where none is written. */
    public static Objective of(@Nullable Objective written, Task task) {
        return written != null ? written : task == Task.CLASSIFICATION ? LOGISTIC : SQUARED_ERROR;
    }

    /** Why it cannot be the objective of a model type, if it cannot. */
    static Optional<Objection> objection(@Nullable Objective written, ModelFacts model, List<Objective> possible) {
        if (written == null) {
            return Optional.empty();
        }
        boolean classes = model.task() == Task.CLASSIFICATION;
        if (classes != (written == LOGISTIC)) {
            String fitting = String.join(
                    ", ",
                    possible.stream()
                            .filter(one -> classes == (one == LOGISTIC))
                            .map(Objective::label)
                            .toList());
            return Optional.of(new Objection(
                    "objective",
                    written.label() + " does not fit the task "
                            + model.task().name().toLowerCase(Locale.ROOT),
                    "one of: " + fitting));
        }
        if (written.isOnLogLink() && model.scale() == TargetScale.LOG1P) {
            return Optional.of(new Objection(
                    "objective",
                    written.label() + " has a logarithm of its own, and target_scale is log1p",
                    "leave one of the two out"));
        }
        return Optional.empty();
    }

    /**
     * The loss of one row, up to what does not depend on the prediction.
     *
     * @param sum what the model adds up, before its link
     * @param tweediePower of use to {@link #TWEEDIE} only
     */
    public double loss(double sum, double label, double tweediePower) {
        return switch (this) {
            case LOGISTIC -> Math.max(sum, 0) - sum * label + StrictMath.log1p(StrictMath.exp(-Math.abs(sum)));
            case SQUARED_ERROR -> (label - sum) * (label - sum);
            case ABSOLUTE_ERROR -> Math.abs(label - sum);
            case POISSON -> StrictMath.exp(sum) - label * sum;
            case GAMMA -> label * StrictMath.exp(-sum) + sum;
            case TWEEDIE ->
                StrictMath.exp(sum * (2 - tweediePower)) / (2 - tweediePower)
                        - label * StrictMath.exp(sum * (1 - tweediePower)) / (1 - tweediePower);
        };
    }

    /** Targets that it can be computed for. */
    TargetRange targets() {
        return switch (this) {
            case POISSON, TWEEDIE -> new TargetRange(0, true, "objective " + label());
            case GAMMA -> new TargetRange(0, false, "objective " + label());
            case LOGISTIC, SQUARED_ERROR, ABSOLUTE_ERROR -> TargetRange.ANY;
        };
    }

    private boolean isOnLogLink() {
        return this == POISSON || this == GAMMA || this == TWEEDIE;
    }
}
