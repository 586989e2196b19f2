package io.plimsoll.train;

import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;

/** Predicts for every row of a table, batch by batch. */
public final class AllRows {
    private AllRows() {}

    /** A model's predictions for all rows of a dataset that has its columns, in key order. */
    public static double[] predicted(Dataset rows, Predictor predictor) {
        double[] predictions = new double[Math.toIntExact(rows.rows())];
        int[] filled = {0};
        rows.scan(predictor.contract().selection(), batch -> {
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
