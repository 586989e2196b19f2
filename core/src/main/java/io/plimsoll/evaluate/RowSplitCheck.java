package io.plimsoll.evaluate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import io.plimsoll.train.CrossValidation;
import io.plimsoll.train.CrossValidation.JudgedFold;
import io.plimsoll.train.Fitting;
import io.plimsoll.train.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Warns where rows were parted one by one although they look alike in groups: a model then knows most of its holdout by sight. The same recipe
 * is judged once more with these groups kept together, out of five folds, and the warning says both figures.
 */
final class RowSplitCheck {
    private static final int FOLDS = 5;
    private static final double MOST_ROWS = 20_000;
    private static final String SALT = "rows that look alike";

    private final ModelConfig config;
    private final CrossValidation validation;

    RowSplitCheck(ModelConfig config, Fitting fitting) {
        this.config = config;
        this.validation = new CrossValidation(fitting);
    }

    /**
     * A warning, if it is due.
     *
     * @param measured the metric on the holdout as it was split
     */
    Optional<Fault> warning(Candidate candidate, Reading measured) {
        TrainedModel model = candidate.model();
        Roles roles = model.split().table().roles();
        if (!roles.group().equals(roles.key()) || !measured.isDefined()) {
            return Optional.empty();
        }
        Dataset labelled = model.split().table().labelled();
        List<String> features = new ArrayList<>(config.features().numeric());
        features.addAll(config.features().categorical());
        return new LookAlikes(some(labelled, roles.key()), roles)
                .column(features)
                .flatMap(column -> compared(column, labelled, candidate, measured));
    }

    private Optional<Fault> compared(String column, Dataset labelled, Candidate candidate, Reading measured) {
        Roles roles = candidate.model().split().table().roles();
        ScoredRows together = outOfFold(some(labelled, column), new Roles(roles.key(), column, roles.target()));
        Reading kept =
                new Metering(together, candidate.model().baseline(), candidate.threshold()).read(measured.metric());
        if (!kept.isDefined() || measured.metric().gain(measured.value(), kept.value()) <= 0) {
            return Optional.empty();
        }
        String name = measured.metric().label();
        return Optional.of(new Fault(
                ErrorCode.ROWS_LOOK_ALIKE,
                "rows with the same '" + column + "' look alike and were parted: " + name + " is "
                        + Figures.of(measured.value()) + where(candidate) + " and " + Figures.of(kept.value())
                        + " with each '" + column + "' kept on one side (out of " + FOLDS + " folds)",
                "data.group",
                "set group: " + column + ", unless every row to be scored comes from a '" + column
                        + "' that the model was trained on"));
    }

    private static String where(Candidate candidate) {
        return candidate.holdout().folding() == null ? " on this holdout" : " out of these folds";
    }

    /** At most about so many rows, whole groups of them. */
    private static Dataset some(Dataset rows, String column) {
        Dataset named = rows.where(new Filter.Present(column));
        double share = MOST_ROWS / Math.max(1, named.rows());
        return share >= 1
                ? named
                : named.where(new Filter.Bucket(new GroupHash(column, SALT, share), Filter.Side.HELD_OUT));
    }

    private ScoredRows outOfFold(Dataset rows, Roles roles) {
        List<Fold> folds = Fold.of(rows, new GroupFolds(roles.group(), SALT, FOLDS)).stream()
                .filter(fold -> fold.isUsable(roles.target()))
                .toList();
        return ScoredRows.concat(validation.over(folds, roles, share -> {}).stream()
                .map(JudgedFold::rows)
                .toList());
    }
}
