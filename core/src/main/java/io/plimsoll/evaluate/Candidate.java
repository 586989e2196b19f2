package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.Sources;
import io.plimsoll.split.Fold;
import io.plimsoll.step.Later;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.Optional;

/**
 * A trained model with the rows scored that judge it: everything that can be held against an opponent.
 *
 * @param sha256 address of the model's files
 * @param trained the model with its tables, asked for only where the scored rows do not do
 */
record Candidate(String sha256, Later<TrainedModel> trained, Holdout holdout, Yardsticks yardsticks, Weight weighting) {
    Candidate(TrainedModel model, Holdout holdout, double threshold, Weight weighting) {
        this(model.files().sha256(), Later.of(model), holdout, new Yardsticks(model.baseline(), threshold), weighting);
    }

    TrainedModel model() {
        return trained.get();
    }

    double threshold() {
        return yardsticks.threshold();
    }

    Contract contract() {
        return model().predictor().contract();
    }

    Metering metering() {
        return yardsticks.on(holdout.rows());
    }

    /** How well its intervals hold the rows that judge; empty if it has none. */
    Optional<Coverage> coverage() {
        Contract.Interval interval = contract().output().interval();
        return interval == null || holdout.bounds() == null
                ? Optional.empty()
                : Optional.of(new Coverage(
                        interval.level(),
                        holdout.bounds().coverage(holdout.rows()),
                        holdout.bounds().meanWidth(holdout.rows())));
    }

    Dataset holdoutRows() {
        return model().split().judged().rows();
    }

    /** The rows that its split parted. */
    Dataset labelled() {
        return model().split().table().labelled();
    }

    /** The snapshot of its modelling table. */
    DatasetVersion dataset() {
        return model().split().table().dataset();
    }

    ModellingTable modelling() {
        return model().split().table().table();
    }

    /** What may be learned from for which rows that judge: a turn for each fold, or a single one. */
    List<Fold> turns() {
        return model().split().turns();
    }

    /** The rows that the model was trained on, scored by the model. */
    ScoredRows trainingRows() {
        return new Scoring(model().predictor(), roles(), weighting)
                .of(model().split().training().rows())
                .rows();
    }

    Roles roles() {
        return model().split().table().roles();
    }

    Sources sources() {
        return modelling().sources();
    }
}
