package io.plimsoll.local.explain;

/**
 * The Shapley values of one leaf: with the features in a set known, it gives its value times, for each condition, 1 or 0 (met or not) where the feature is
 * known, and the training rows' share where it is not.
 *
 * <p>A Shapley value is the integral, over a probability t with which every other feature is known, of what the feature adds to that product. The integrand is
 * a polynomial of a degree below the number of conditions, so a rule of half as many points is exact; nothing is ever subtracted but 1 − share.
 *
 * <p><b>Source</b>: Owen, "Multilinear extensions of games", Management Science 18, 1972.
 */
final class LeafGame {
    private final LeafPath leaf;
    private final int conditions;
    private final int points;

    /** Weight of each point, times the leaf's value. */
    private final double[] weight;

    /** At each point, what a feature that speaks against the leaf adds, as a part of the product. */
    private final double[] loss;

    /** For each condition and point, its factor in the product where it is met, and where it is not. */
    private final double[] met;

    private final double[] unmet;

    /** For each condition and point, what its feature adds where it is met, as a part of the product. */
    private final double[] gain;

    LeafGame(LeafPath leaf, Quadrature rule) {
        this.leaf = leaf;
        this.conditions = leaf.length();
        this.points = rule.points().length;
        this.weight = new double[points];
        this.loss = new double[points];
        this.met = new double[conditions * points];
        this.unmet = new double[met.length];
        this.gain = new double[met.length];
        for (int point = 0; point < points; point++) {
            double t = rule.points()[point];
            weight[point] = rule.weights()[point] * leaf.value();
            loss[point] = -1 / (1 - t);
            for (int i = 0; i < conditions; i++) {
                double share = leaf.share()[i];
                int cell = i * points + point;
                unmet[cell] = share * (1 - t);
                met[cell] = t + unmet[cell];
                gain[cell] = (1 - share) / met[cell];
            }
        }
    }

    /** <b>Shape</b>: both row-major, rows × features. */
    void addTo(double[] contributions, float[] features, int rows) {
        int width = features.length / Math.max(1, rows);
        double[] products = new double[points];
        boolean[] meets = new boolean[conditions];
        for (int row = 0; row < rows; row++) {
            int start = row * width;
            System.arraycopy(weight, 0, products, 0, points);
            for (int i = 0; i < conditions; i++) {
                meets[i] = leaf.meets(i, features[start + leaf.feature()[i]]);
                multiply(products, meets[i] ? met : unmet, i * points);
            }
            double against = weighed(products, loss, 0);
            for (int i = 0; i < conditions; i++) {
                contributions[start + leaf.feature()[i]] += meets[i] ? weighed(products, gain, i * points) : against;
            }
        }
    }

    private static void multiply(double[] products, double[] factors, int from) {
        for (int point = 0; point < products.length; point++) {
            products[point] *= factors[from + point];
        }
    }

    private static double weighed(double[] products, double[] parts, int from) {
        double sum = 0;
        for (int point = 0; point < products.length; point++) {
            sum += products[point] * parts[from + point];
        }
        return sum;
    }
}
