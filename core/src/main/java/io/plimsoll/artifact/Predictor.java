package io.plimsoll.artifact;

import io.plimsoll.data.Batch;

/** A loaded model. Safe to use from several threads. */
public interface Predictor extends AutoCloseable {
    Contract contract();

    /**
     * Predicts for every row of a batch whose first numbers and texts are the contract's NUMBER and TEXT inputs, in their order; further
     * columns are ignored.
     *
     * <p><b>Shape</b>: one prediction a row. <b>Units</b>: the contract's output unit.
     */
    default double[] predict(Batch batch) {
        return predictions(batch).prediction();
    }

    /** The same with intervals, where the model has them. */
    Predictions predictions(Batch batch);

    @Override
    void close();
}
