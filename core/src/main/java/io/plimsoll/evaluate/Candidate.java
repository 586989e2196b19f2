package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.data.Dataset;
import io.plimsoll.metric.Metering;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.Sources;
import io.plimsoll.train.TrainedModel;

/** A trained model with the rows scored that judge it: everything that can be held against an opponent. */
record Candidate(TrainedModel model, Holdout holdout, double threshold) {
    Contract contract() {
        return model.predictor().contract();
    }

    Metering metering() {
        return new Metering(holdout.rows(), model.baseline(), threshold);
    }

    Dataset holdoutRows() {
        return model.table().split().judged().rows();
    }

    ModellingTable modelling() {
        return model.table().split().table().table();
    }

    Sources sources() {
        return modelling().sources();
    }
}
