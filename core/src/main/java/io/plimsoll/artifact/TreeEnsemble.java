package io.plimsoll.artifact;

import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sum of regression trees over a feature matrix, as every tree trainer can state its model.
 *
 * @param trees at least one
 * @param base added to the sum of leaves, on the scale before {@code link}
 * @param link what turns the sum into a prediction
 */
public record TreeEnsemble(List<Tree> trees, float base, Link link) implements Formula {
    public TreeEnsemble {
        trees = List.copyOf(trees);
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("an ensemble without a tree");
        }
    }

    @Override
    public Value addTo(OnnxGraph graph, Value features) {
        return link.addTo(graph, graph.sums(features, this));
    }

    @Override
    public SortedSet<Float> thresholds(int feature) {
        SortedSet<Float> found = new TreeSet<>();
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node) && tree.feature(node) == feature) {
                    found.add(tree.threshold(node));
                }
            }
        }
        return found;
    }
}
