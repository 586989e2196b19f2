package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.read.Sources;
import io.plimsoll.train.TrainedModel;

/** A trained model with its holdout scored: everything that can be held against an opponent. */
record Candidate(TrainedModel model, Holdout holdout, double threshold, Weight weighting) {
    Contract contract() {
        return model.predictor().contract();
    }

    Metering metering() {
        return new Metering(holdout.rows(), model.baseline(), threshold);
    }

    Dataset holdoutRows() {
        return model.table().split().holdout().rows();
    }

    Dataset training() {
        return model.table().split().training().rows();
    }

    /** The rows that the model was trained on, scored by the model. */
    ScoredRows trainingRows() {
        return new Scoring(model.predictor(), roles(), weighting).of(training());
    }

    Roles roles() {
        return model.table().split().table().roles();
    }

    Sources sources() {
        return model.table().split().table().table().sources();
    }
}
