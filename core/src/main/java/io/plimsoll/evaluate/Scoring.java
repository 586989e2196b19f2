package io.plimsoll.evaluate;

import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.train.RowWeights;
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

    ScoredRows of(Dataset rows) {
        int count = Math.toIntExact(rows.rows());
        double[] target = new double[count];
        double[] prediction = new double[count];
        String[] group = new String[count];
        Selection inputs = HoldoutScoring.selection(predictor.contract());
        List<String> numbers = new ArrayList<>(inputs.numbers());
        List<String> texts = new ArrayList<>(inputs.texts());
        numbers.add(roles.target());
        texts.add(roles.group());
        int[] filled = {0};
        rows.scan(new Selection(numbers, texts), batch -> {
            System.arraycopy(predictor.predict(batch), 0, prediction, filled[0], batch.rows());
            System.arraycopy(batch.numbers().get(inputs.numbers().size()), 0, target, filled[0], batch.rows());
            copyTexts(batch, inputs.texts().size(), group, filled[0]);
            filled[0] += batch.rows();
        });
        return new ScoredRows(target, prediction, RowWeights.of(weighting, group), group);
    }

    private static void copyTexts(Batch batch, int column, String[] to, int from) {
        for (int row = 0; row < batch.rows(); row++) {
            to[from + row] = Objects.requireNonNull(batch.texts().get(column)[row]);
        }
    }
}
