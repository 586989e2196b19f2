package io.plimsoll.calibrate;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;

/** Leaves predictions as they are. */
record NoCalibration() implements Calibration {
    @Override
    public double of(double probability) {
        return probability;
    }

    @Override
    public Value addTo(OnnxGraph graph, Value probability) {
        return probability;
    }
}
