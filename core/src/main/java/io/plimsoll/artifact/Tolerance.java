package io.plimsoll.artifact;

import java.util.stream.IntStream;

/**
 * How far two computations of the same predictions may be apart: {@code |a − b| ≤ 1e-5 × max(|b|, sd)}, where {@code sd} is the standard
 * deviation of the reference predictions. Relative distance alone would ask for more digits near 0 than float32 has.
 */
public final class Tolerance {
    private static final double SHARE = 1e-5;

    private final double[] reference;
    private final double spread;

    private Tolerance(double[] reference) {
        this.reference = reference;
        this.spread = standardDeviation(reference);
    }

    public static Tolerance around(double[] reference) {
        return new Tolerance(reference.clone());
    }

    /** Whether a computation agrees with the reference at one row; NaN never does. */
    public boolean holds(double computed, int row) {
        return Math.abs(computed - reference[row]) <= at(row);
    }

    /** How far a computation may be from the reference at one row. */
    public double at(int row) {
        return SHARE * Math.max(Math.abs(reference[row]), spread);
    }

    /**
     * Number of rows at which a computation does not agree.
     *
     * @throws IllegalArgumentException if it has another number of rows
     */
    public int disagreements(double[] computed) {
        if (computed.length != reference.length) {
            throw new IllegalArgumentException(
                    "predictions for " + computed.length + " of " + reference.length + " rows");
        }
        return (int) IntStream.range(0, computed.length)
                .filter(row -> !holds(computed[row], row))
                .count();
    }

    private static double standardDeviation(double[] values) {
        double mean = sum(values, 0, 1) / values.length;
        return Math.sqrt(sum(values, mean, 2) / values.length);
    }

    private static double sum(double[] values, double centre, int power) {
        double sum = 0;
        for (double value : values) {
            sum += power == 1 ? value - centre : (value - centre) * (value - centre);
        }
        return sum;
    }
}
