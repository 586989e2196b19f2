package io.plimsoll.evaluate;

import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.TrainedModel;

/** Scores the rows that judge with the model as it will be registered, and proves that it predicts what its trainer predicts. */
final class HoldoutScoring {
    private final TrainedModel model;
    private final Weight weighting;

    HoldoutScoring(TrainedModel model, Weight weighting) {
        this.model = model;
        this.weighting = weighting;
    }

    /** @throws PlimsollException with {@code ROUND_TRIP} if the exported graph disagrees with the trainer on any row */
    Holdout score() {
        Dataset rows = model.table().split().judged().rows();
        Roles roles = model.table().split().table().roles();
        Holdout holdout = new Scoring(model.predictor(), roles, weighting).of(rows);
        int disagreements = model.roundTrip().disagreements(rows, holdout.rows().prediction());
        if (disagreements > 0) {
            throw PlimsollException.of(
                    ErrorCode.ROUND_TRIP,
                    "the exported model disagrees with its trainer on " + disagreements + " of " + holdout.key().length
                            + " holdout rows",
                    "",
                    "nothing was registered; please report this with the run's folder");
        }
        return holdout;
    }

    /** A model's predictions for all rows of a dataset that has its columns, in key order. */
    static double[] predict(Dataset rows, Predictor predictor) {
        double[] predictions = new double[Math.toIntExact(rows.rows())];
        int[] filled = {0};
        rows.scan(Scoring.selection(predictor.contract()), batch -> {
            filled[0] += fill(predictions, filled[0], predictor, batch);
        });
        return predictions;
    }

    private static int fill(double[] predictions, int from, Predictor predictor, Batch batch) {
        double[] some = predictor.predict(batch);
        System.arraycopy(some, 0, predictions, from, batch.rows());
        return batch.rows();
    }
}
