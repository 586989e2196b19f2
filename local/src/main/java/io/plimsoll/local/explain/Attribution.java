package io.plimsoll.local.explain;

import io.plimsoll.artifact.Link;

/** How one fitted model adds up. Holds nothing that changes, so that threads may share it. */
public interface Attribution {
    /** Whether its model takes feature matrices of so many columns. */
    boolean takes(int width);

    /** What it adds up where it knows nothing of a row. */
    double base();

    /** What makes a prediction of the sum. */
    Link link();

    /**
     * Adds what each feature contributes, so that base and contributions of a row are its sum.
     *
     * <p><b>Shape</b>: both are row-major, rows × features. <b>Units</b>: of the sum.
     *
     * @param features NaN where missing
     */
    void addTo(double[] contributions, float[] features, int rows);
}
