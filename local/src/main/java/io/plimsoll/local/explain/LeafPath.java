package io.plimsoll.local.explain;

import io.plimsoll.artifact.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a row must be like to come to one leaf, with one condition for each feature that is asked on the way, however often.
 *
 * <p>A cell meets condition i if it is at least {@code least[i]} and not {@code below[i]} or more, where NaN stands for no limit; a missing one if
 * {@code missing[i]}.
 *
 * @param share of the rows that come to the splits on a feature, which go on towards the leaf; one a condition
 * @param value of the leaf
 */
record LeafPath(int[] feature, float[] least, float[] below, boolean[] missing, double[] share, double value) {
    private static final LeafPath ROOT =
            new LeafPath(new int[0], new float[0], new float[0], new boolean[0], new double[0], 0);

    /** Number of different features that are asked. */
    int length() {
        return feature.length;
    }

    /** What the leaf adds to the mean. */
    double expected() {
        double expected = value;
        for (double one : share) {
            expected *= one;
        }
        return expected;
    }

    boolean meets(int condition, float cell) {
        return Float.isNaN(cell) ? missing[condition] : cell >= least[condition] && !(cell >= below[condition]);
    }

    /**
     * The paths to all leaves of a tree.
     *
     * @param covers of its nodes; where none came to a split, both ways count alike
     */
    static List<LeafPath> all(Tree tree, double[] covers) {
        double[] counted = counted(tree, covers);
        List<LeafPath> leaves = new ArrayList<>();
        LeafPath[] paths = new LeafPath[tree.nodes()];
        paths[0] = ROOT;
        for (int node = 0; node < paths.length; node++) {
            LeafPath path = paths[node];
            if (tree.isLeaf(node)) {
                leaves.add(path.endingAt(tree.value(node)));
            } else {
                double left = counted[node] > 0 ? counted[tree.left(node)] / counted[node] : 0.5;
                paths[tree.left(node)] = path.toTheLeft(tree, node, left);
                paths[tree.right(node)] = path.toTheRight(tree, node, 1 - left);
            }
        }
        return leaves;
    }

    /** Leaves count what came to them, splits what came to their leaves: what float32 lost is lost on both sides alike. */
    private static double[] counted(Tree tree, double[] covers) {
        double[] counted = new double[covers.length];
        for (int node = counted.length - 1; node >= 0; node--) {
            counted[node] = tree.isLeaf(node)
                    ? Math.max(0, covers[node])
                    : counted[tree.left(node)] + counted[tree.right(node)];
        }
        return counted;
    }

    private LeafPath endingAt(double leaf) {
        return new LeafPath(feature, least, below, missing, share, leaf);
    }

    private LeafPath toTheLeft(Tree tree, int split, double part) {
        int at = place(tree.feature(split));
        LeafPath longer = through(at, tree.feature(split), tree.missingLeft(split), part);
        float limit = tree.threshold(split);
        longer.below[at] = longer.below[at] <= limit ? longer.below[at] : limit;
        return longer;
    }

    private LeafPath toTheRight(Tree tree, int split, double part) {
        int at = place(tree.feature(split));
        LeafPath longer = through(at, tree.feature(split), !tree.missingLeft(split), part);
        longer.least[at] = Math.max(longer.least[at], tree.threshold(split));
        return longer;
    }

    /** A copy that has a condition at this place, with the share and the way of the missing ones brought up to date. */
    private LeafPath through(int at, int column, boolean missingToo, double part) {
        int length = Math.max(at + 1, length());
        LeafPath longer = new LeafPath(
                Arrays.copyOf(feature, length),
                Arrays.copyOf(least, length),
                Arrays.copyOf(below, length),
                Arrays.copyOf(missing, length),
                Arrays.copyOf(share, length),
                value);
        if (at == length()) {
            longer.feature[at] = column;
            longer.least[at] = Float.NEGATIVE_INFINITY;
            longer.below[at] = Float.NaN;
            longer.missing[at] = true;
            longer.share[at] = 1;
        }
        longer.missing[at] &= missingToo;
        longer.share[at] *= part;
        return longer;
    }

    /** Where the condition on a feature stands, or would. */
    private int place(int column) {
        int at = 0;
        while (at < feature.length && feature[at] != column) {
            at++;
        }
        return at;
    }
}
