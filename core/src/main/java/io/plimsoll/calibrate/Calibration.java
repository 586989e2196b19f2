package io.plimsoll.calibrate;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.metric.ScoredRows;

/** Makes of a model's probability one that comes true as often as it says. Never turns the order of two probabilities round. */
public sealed interface Calibration permits NoCalibration, Isotonic, Platt {
    /** A calibrated probability. */
    double of(double probability);

    /** The same in operators. <b>Shape</b>: [rows, 1] each. */
    Value addTo(OnnxGraph graph, Value probability);

    /** @param outOfFold training rows, each scored by a model that was fitted without its group */
    static Calibration isotonic(ScoredRows outOfFold) {
        return Isotonic.fit(outOfFold);
    }

    /** @param outOfFold training rows, each scored by a model that was fitted without its group */
    static Calibration platt(ScoredRows outOfFold) {
        return Platt.fit(outOfFold);
    }

    /** For a model whose predictions are taken as they are. */
    static Calibration none() {
        return new NoCalibration();
    }
}
