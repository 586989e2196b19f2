package io.plimsoll.plugin;

import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.train.FittedModel;
import java.util.SortedMap;
import java.util.SortedSet;

/** What a trainer from a jar has fitted. */
record PluginModel(Blame blame, FittedModel rest) implements FittedModel {
    @Override
    public float[] predict(float[] features, int rows) {
        return blame.called(() -> {
            float[] predictions = rest.predict(features, rows);
            if (predictions.length != rows) {
                throw new IllegalStateException("another number of predictions than of rows");
            }
            return predictions;
        });
    }

    @Override
    public Formula formula() {
        Formula formula = blame.called(rest::formula);
        return new Formula() {
            @Override
            public Value addTo(OnnxGraph graph, Value features) {
                return blame.called(() -> formula.addTo(graph, features));
            }

            @Override
            public SortedSet<Float> thresholds(int feature) {
                return blame.called(() -> formula.thresholds(feature));
            }
        };
    }

    @Override
    public String summary() {
        return blame.called(rest::summary);
    }

    @Override
    public SortedMap<String, byte[]> nativeFiles() {
        return blame.called(rest::nativeFiles);
    }

    @Override
    public void close() {
        rest.close();
    }
}
