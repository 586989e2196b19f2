package io.plimsoll.train;

import io.plimsoll.config.TrainerSettings.Objection;
import io.plimsoll.metric.Task;
import java.util.Optional;

/** How much a row counts for its class. */
public enum ClassWeight {
    /** As much as any other. */
    NONE,
    /**
     * So much that both classes weigh the same together. Probabilities are then those of a table with as many rows of each class: a threshold of 0.5
     * finds more of the rarer class, and {@code calibrate} brings them back to the table's own.
     */
    BALANCED;

    Optional<Objection> objection(Task task) {
        return this == BALANCED && task != Task.CLASSIFICATION
                ? Optional.of(
                        new Objection("class_weight", "is for classification, and this is regression", "leave it out"))
                : Optional.empty();
    }

    /** <b>Shape</b>: one weight a row. <b>Units</b>: with the mean of the weights that went in. */
    public float[] applied(Examples examples) {
        if (this == NONE) {
            return examples.weights();
        }
        double positive = 0;
        double all = 0;
        for (int row = 0; row < examples.rows(); row++) {
            all += examples.weights()[row];
            positive += examples.labels()[row] == 1 ? examples.weights()[row] : 0;
        }
        float[] balanced = new float[examples.rows()];
        for (int row = 0; row < balanced.length; row++) {
            double own = examples.labels()[row] == 1 ? positive : all - positive;
            balanced[row] = (float) (examples.weights()[row] * all / (2 * own));
        }
        return balanced;
    }
}
