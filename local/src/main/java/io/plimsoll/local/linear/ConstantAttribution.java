package io.plimsoll.local.linear;

import io.plimsoll.artifact.Link;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.local.explain.Attribution;
import java.io.IOException;

/** Of a model that predicts the same for every row: no feature adds anything. */
public final class ConstantAttribution implements Attribution {
    private final float prediction;

    private ConstantAttribution(float prediction) {
        this.prediction = prediction;
    }

    /** {@code constant.json}, as {@link NaiveTrainer} writes it. */
    private record Constant(float prediction) {}

    /**
     * Reads {@code constant.json}.
     *
     * @throws IllegalArgumentException if it is another file
     */
    public static ConstantAttribution read(byte[] json) {
        try {
            return new ConstantAttribution(
                    CanonicalJson.read(json, Constant.class).prediction());
        } catch (IOException e) {
            throw new IllegalArgumentException("not the file of a constant", e);
        }
    }

    @Override
    public boolean takes(int width) {
        return true;
    }

    @Override
    public double base() {
        return prediction;
    }

    @Override
    public Link link() {
        return Link.IDENTITY;
    }

    @Override
    public void addTo(double[] contributions, float[] features, int rows) {
        // the constant is all there is
    }
}
