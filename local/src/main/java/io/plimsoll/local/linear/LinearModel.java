package io.plimsoll.local.linear;

import io.plimsoll.artifact.Formula;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.train.FittedModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fitted linear model. Its own file says what each feature weighs. */
final class LinearModel implements FittedModel {
    private final LinearFormula formula;
    private final List<String> featureNames;

    LinearModel(LinearFormula formula, List<String> featureNames) {
        this.formula = formula;
        this.featureNames = List.copyOf(featureNames);
    }

    @Override
    public float[] predict(float[] features, int rows) {
        float[] predictions = new float[rows];
        for (int row = 0; row < rows; row++) {
            predictions[row] = (float) formula.of(features, row);
        }
        return predictions;
    }

    @Override
    public Formula formula() {
        return formula;
    }

    @Override
    public String summary() {
        int used = 0;
        for (float weight : formula.weights()) {
            used += weight == 0 ? 0 : 1;
        }
        return String.format(Locale.ROOT, "%,d of %,d features weigh something", used, featureNames.size());
    }

    @Override
    public SortedMap<String, byte[]> nativeFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "linear.json",
                CanonicalJson.bytes(Map.of(
                        "features", featureNames,
                        "centre", formula.columns().centre(),
                        "spread", formula.columns().spread(),
                        "weights", formula.weights(),
                        "intercept", formula.intercept(),
                        "link", formula.link())));
        return files;
    }
}
