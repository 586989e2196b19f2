package io.plimsoll.local.xgboost;

import io.plimsoll.train.Examples;

/** Where boosting starts: the weighted mean of the labels, summed in row order, so that no thread count has a say in it. */
final class BaseScore {
    private BaseScore() {}

    static float of(Examples examples) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < examples.rows(); row++) {
            sum += (double) examples.labels()[row] * examples.weights()[row];
            weights += examples.weights()[row];
        }
        return (float) (sum / weights);
    }
}
