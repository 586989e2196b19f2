package io.plimsoll.local.linear;

import io.plimsoll.artifact.Link;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.local.explain.Attribution;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What each feature adds to a weighted sum: its weight times how far it is from its mean over the training rows. A missing one adds nothing, as it is taken for
 * the mean. These are the Shapley values of a linear model whose features are drawn apart from each other.
 *
 * <p><b>Source</b>: Štrumbelj and Kononenko, "Explaining prediction models and individual predictions with feature contributions", Knowledge and Information
 * Systems 41, 2014, section 3.
 */
public final class LinearAttribution implements Attribution {
    private final LinearFormula formula;

    LinearAttribution(LinearFormula formula) {
        this.formula = formula;
    }

    /** {@code linear.json}, as {@link LinearModel} writes it. */
    record Weights(List<String> features, float[] centre, float[] spread, float[] weights, float intercept, Link link) {
        Weights {
            features = List.copyOf(features);
            int width = Objects.requireNonNull(weights).length;
            if (features.size() != width || centre.length != width || spread.length != width) {
                throw new IllegalArgumentException("lists that differ in length");
            }
            Objects.requireNonNull(link);
        }

        LinearFormula formula() {
            return new LinearFormula(new StandardisedColumns(centre, spread), weights, intercept, link);
        }
    }

    /**
     * Reads {@code linear.json}.
     *
     * @throws IllegalArgumentException if it is another file
     */
    public static LinearAttribution read(byte[] json) {
        try {
            return new LinearAttribution(CanonicalJson.read(json, Weights.class).formula());
        } catch (IOException e) {
            throw new IllegalArgumentException("not the file of a linear model", e);
        }
    }

    @Override
    public boolean takes(int width) {
        return width == formula.weights().length;
    }

    @Override
    public double base() {
        return formula.intercept();
    }

    @Override
    public Link link() {
        return formula.link();
    }

    @Override
    public void addTo(double[] contributions, float[] features, int rows) {
        int width = formula.weights().length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                contributions[row * width + column] +=
                        (double) formula.weights()[column] * formula.columns().of(features, row, column);
            }
        }
    }
}
