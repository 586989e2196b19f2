package io.plimsoll.local.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * The Gauss-Legendre rule on [0, 1]: the integral of any polynomial of a degree below twice the number of points, exactly, as a weighted sum of its values at
 * these points.
 *
 * <p><b>Shape</b>: {@code weights} has an entry a point; together they are 1.
 *
 * <p><b>Source</b>: Davis and Rabinowitz, "Methods of numerical integration", 1984, section 2.7; roots by Newton's method from their asymptotic places.
 */
record Quadrature(double[] points, double[] weights) {
    private static final int MOST_ROUNDS = 100;
    private static final double STILL = 1e-15;

    /** Rules of 0, 1, 2 and so on points, up to one that is exact for all degrees below this. */
    static List<Quadrature> forDegreesBelow(int degree) {
        List<Quadrature> rules = new ArrayList<>();
        for (int count = 0; 2 * count < degree + 2; count++) {
            rules.add(of(count));
        }
        return rules;
    }

    static Quadrature of(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double root = StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double step = 1;
            for (int round = 0; round < MOST_ROUNDS && Math.abs(step) > STILL; round++) {
                double[] legendre = legendre(count, root);
                step = legendre[0] / legendre[1];
                root -= step;
            }
            double slope = legendre(count, root)[1];
            points[i] = (1 + root) / 2;
            weights[i] = 1 / ((1 - root * root) * slope * slope);
        }
        return new Quadrature(points, weights);
    }

    /** A Legendre polynomial at x, and its derivative. */
    private static double[] legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, degree * (x * value - before) / (x * x - 1)};
    }
}
