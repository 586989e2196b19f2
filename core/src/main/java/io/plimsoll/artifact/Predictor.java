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
    double[] predict(Batch batch);

    @Override
    void close();
}
