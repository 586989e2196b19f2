package io.plimsoll.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against Shapley values by their definition: a sum over all sets of features. */
final class TreeAttributionTest {
    private static final int WIDTH = 6;
    private static final int ROWS = 40;
    private static final float[] CELLS = {
        Float.NaN, Float.NEGATIVE_INFINITY, -1, -0.0f, 0, 0.5f, 1, 2, Float.POSITIVE_INFINITY
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheShapleyValuesOfEachFeature(long seed) {
        Random random = new Random(seed);
        CoveredTrees trees = trees(random, 3, 7);
        TreeAttribution attribution = new TreeAttribution(trees);
        float[] rows = rows(random);
        double[] found = new double[ROWS * WIDTH];
        attribution.addTo(found, rows, ROWS);

        for (int row = 0; row < ROWS; row++) {
            float[] cells = Arrays.copyOfRange(rows, row * WIDTH, (row + 1) * WIDTH);
            double[] expected = byDefinition(trees, cells);
            assertThat(Arrays.copyOfRange(found, row * WIDTH, (row + 1) * WIDTH))
                    .containsExactly(expected, within(1e-12));
        }
        assertThat(attribution.base()).isCloseTo(expected(trees, new float[WIDTH], 0), within(1e-12));
    }

    /** As many questions as a forest may ask, each of another feature. */
    @Test
    void isExactOnLongPaths() {
        int depth = 30;
        Tree.Builder nodes = Tree.ofNodes(2 * depth + 1);
        double[] covers = new double[2 * depth + 1];
        for (int i = 0; i < depth; i++) {
            nodes.split(2 * i, i, 0, true).children(2 * i, 2 * i + 1, 2 * i + 2);
            nodes.leaf(2 * i + 1, 0);
            covers[2 * i + 1] = 1e-3;
        }
        nodes.leaf(2 * depth, 1);
        covers[2 * depth] = 1;
        TreeAttribution attribution = new TreeAttribution(covered(nodes.build(), covers, depth));
        float[] row = new float[depth];
        Arrays.fill(row, 1);
        double[] found = new double[depth];
        attribution.addTo(found, row, 1);

        assertThat(attribution.base() + Arrays.stream(found).sum()).isCloseTo(1 + 0.25, within(1e-13));
        assertThat(found).isSorted();
    }

    @Test
    void aTreeWithoutAQuestionIsAllBase() {
        TreeAttribution attribution =
                new TreeAttribution(covered(Tree.ofNodes(1).leaf(0, 2.5f).build(), new double[] {0}, WIDTH));
        double[] found = new double[WIDTH];
        attribution.addTo(found, new float[WIDTH], 1);

        assertThat(attribution.base()).isEqualTo(2.5 + 0.25);
        assertThat(found).containsOnly(0);
    }

    @Test
    void needsCoversThatAreTheTreesAndColumnsThatThereAre() {
        Tree tree = Tree.ofNodes(3)
                .split(0, 4, 0, true)
                .children(0, 1, 2)
                .leaf(1, 1)
                .leaf(2, 2)
                .build();

        assertThatThrownBy(() -> covered(tree, new double[2], WIDTH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> covered(tree, new double[3], 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new TreeAttribution(covered(tree, new double[3], 5)).takes(5))
                .isTrue();
        assertThat(new TreeAttribution(covered(tree, new double[3], 5)).takes(6))
                .isFalse();
    }

    private static CoveredTrees covered(Tree tree, double[] covers, int width) {
        return new CoveredTrees(new TreeEnsemble(List.of(tree), 0.25f, Link.IDENTITY), List.of(covers), width);
    }

    private static double[] byDefinition(CoveredTrees trees, float[] row) {
        double[] values = new double[WIDTH];
        double[] weights = weights();
        for (int feature = 0; feature < WIDTH; feature++) {
            for (int set = 0; set < 1 << WIDTH; set++) {
                if ((set >> feature & 1) == 0) {
                    double gain = expected(trees, row, set | 1 << feature) - expected(trees, row, set);
                    values[feature] += weights[Integer.bitCount(set)] * gain;
                }
            }
        }
        return values;
    }

    /** {@code |S|! (n − |S| − 1)! / n!} */
    private static double[] weights() {
        double[] factorial = new double[WIDTH + 1];
        factorial[0] = 1;
        for (int i = 1; i <= WIDTH; i++) {
            factorial[i] = i * factorial[i - 1];
        }
        double[] weights = new double[WIDTH];
        Arrays.setAll(weights, size -> factorial[size] * factorial[WIDTH - size - 1] / factorial[WIDTH]);
        return weights;
    }

    /** What the trees add up where only the features in a set are known. */
    private static double expected(CoveredTrees trees, float[] row, int set) {
        double sum = trees.ensemble().base();
        for (int i = 0; i < trees.covers().size(); i++) {
            sum += expected(trees.ensemble().trees().get(i), trees.covers().get(i), row, set, 0);
        }
        return sum;
    }

    private static double expected(Tree tree, double[] covers, float[] row, int set, int node) {
        if (tree.isLeaf(node)) {
            return tree.value(node);
        }
        float cell = row[tree.feature(node)];
        boolean goesLeft = Float.isNaN(cell) ? tree.missingLeft(node) : cell < tree.threshold(node);
        double left = cover(tree, covers, tree.left(node));
        double both = left + cover(tree, covers, tree.right(node));
        double share = (set >> tree.feature(node) & 1) == 1 ? (goesLeft ? 1 : 0) : both > 0 ? left / both : 0.5;
        return share * expected(tree, covers, row, set, tree.left(node))
                + (1 - share) * expected(tree, covers, row, set, tree.right(node));
    }

    private static double cover(Tree tree, double[] covers, int node) {
        return tree.isLeaf(node)
                ? covers[node]
                : cover(tree, covers, tree.left(node)) + cover(tree, covers, tree.right(node));
    }

    /** Trees that ask some features again and again, with leaves that no row came to. */
    private static CoveredTrees trees(Random random, int count, int splits) {
        List<Tree> trees = new ArrayList<>();
        List<double[]> covers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int nodes = 2 * splits + 1;
            Tree.Builder tree = Tree.ofNodes(nodes);
            double[] cover = new double[nodes];
            List<Integer> open = new ArrayList<>(List.of(0));
            for (int next = 1; next < nodes; next += 2) {
                int node = open.remove(random.nextInt(open.size()));
                tree.split(node, random.nextInt(WIDTH - 1), random.nextInt(3) - 0.5f, random.nextBoolean())
                        .children(node, next, next + 1);
                open.addAll(List.of(next, next + 1));
            }
            open.forEach(leaf -> {
                tree.leaf(leaf, (float) random.nextGaussian());
                cover[leaf] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            });
            trees.add(tree.build());
            covers.add(cover);
        }
        return new CoveredTrees(new TreeEnsemble(trees, 0.25f, Link.IDENTITY), covers, WIDTH);
    }

    private static float[] rows(Random random) {
        float[] rows = new float[ROWS * WIDTH];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = CELLS[random.nextInt(CELLS.length)];
        }
        return rows;
    }
}
