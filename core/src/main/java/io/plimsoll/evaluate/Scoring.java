package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.RowWeights;
import io.plimsoll.train.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Scores labelled rows with a model, batch by batch: only what metrics need of them is kept. */
final class Scoring {
    private final Predictor predictor;
    private final Roles roles;
    private final Weight weighting;

    Scoring(Predictor predictor, Roles roles, Weight weighting) {
        this.predictor = predictor;
        this.roles = roles;
        this.weighting = weighting;
    }

    /** Scores the rows that judge with the model as it will be registered. */
    static Holdout judged(TrainedModel model, Weight weighting) {
        Roles roles = model.split().table().roles();
        return new Scoring(model.predictor(), roles, weighting)
                .of(model.split().judged().rows());
    }

    Holdout of(Dataset rows) {
        Selection inputs = predictor.contract().selection();
        List<String> numbers = new ArrayList<>(inputs.numbers());
        List<String> texts = new ArrayList<>(inputs.texts());
        numbers.add(roles.target());
        texts.add(roles.group());
        texts.add(roles.key());
        Scored scored = new Scored(Math.toIntExact(rows.rows()), inputs, predictor.contract());
        rows.scan(new Selection(numbers, texts), batch -> scored.add(batch, predictor.predictions(batch)));
        return scored.holdout(weighting);
    }

    /** The arrays while batches fill them. */
    private static final class Scored {
        private final int numbers;
        private final int texts;
        private final boolean bounded;
        private final double[] target;
        private final double[] prediction;
        private final double[] low;
        private final double[] high;
        private final String[] group;
        private final String[] key;
        private int filled;

        Scored(int rows, Selection inputs, Contract contract) {
            this.numbers = inputs.numbers().size();
            this.texts = inputs.texts().size();
            this.bounded = contract.output().interval() != null;
            this.target = new double[rows];
            this.prediction = new double[rows];
            this.low = new double[bounded ? rows : 0];
            this.high = new double[low.length];
            this.group = new String[rows];
            this.key = new String[rows];
        }

        void add(Batch batch, Predictions predictions) {
            System.arraycopy(predictions.prediction(), 0, prediction, filled, batch.rows());
            System.arraycopy(batch.numbers().get(numbers), 0, target, filled, batch.rows());
            if (bounded) {
                Bounds bounds = Objects.requireNonNull(predictions.bounds());
                System.arraycopy(bounds.low(), 0, low, filled, batch.rows());
                System.arraycopy(bounds.high(), 0, high, filled, batch.rows());
            }
            for (int row = 0; row < batch.rows(); row++) {
                group[filled + row] = Objects.requireNonNull(batch.texts().get(texts)[row]);
                key[filled + row] = Objects.requireNonNull(batch.texts().get(texts + 1)[row]);
            }
            filled += batch.rows();
        }

        Holdout holdout(Weight weighting) {
            ScoredRows rows = new ScoredRows(target, prediction, RowWeights.of(weighting, group), group);
            return new Holdout(key, rows, bounded ? new Bounds(low, high) : null, null);
        }
    }
}
