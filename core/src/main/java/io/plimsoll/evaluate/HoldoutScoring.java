package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.train.EncodedRows;
import io.plimsoll.train.TrainedModel;
import java.util.ArrayList;
import java.util.List;

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
        EncodedRows encoded = EncodedRows.read(
                rows, model.table().split().table().roles(), model.table().transform(), weighting);
        double[] predictions = predict(rows, model.predictor());
        int disagreements = model.roundTrip().disagreements(encoded, predictions);
        if (disagreements > 0) {
            throw PlimsollException.of(
                    ErrorCode.ROUND_TRIP,
                    "the exported model disagrees with its trainer on " + disagreements + " of " + encoded.rows()
                            + " holdout rows",
                    "",
                    "nothing was registered; please report this with the run's folder");
        }
        ScoredRows scored = new ScoredRows(encoded.target(), predictions, encoded.weight(), encoded.group());
        return new Holdout(encoded.key(), scored);
    }

    /** A model's predictions for all rows of a dataset that has its columns, in key order. */
    static double[] predict(Dataset rows, Predictor predictor) {
        double[] predictions = new double[Math.toIntExact(rows.rows())];
        int[] filled = {0};
        rows.scan(selection(predictor.contract()), batch -> {
            filled[0] += fill(predictions, filled[0], predictor, batch);
        });
        return predictions;
    }

    /** The columns that a model reads, as it wants them. */
    static Selection selection(Contract contract) {
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Contract.Input input : contract.inputs()) {
            (input.kind() == Contract.Kind.NUMBER ? numbers : texts).add(input.column());
        }
        return new Selection(numbers, texts);
    }

    private static int fill(double[] predictions, int from, Predictor predictor, Batch batch) {
        double[] some = predictor.predict(batch);
        System.arraycopy(some, 0, predictions, from, batch.rows());
        return batch.rows();
    }
}
