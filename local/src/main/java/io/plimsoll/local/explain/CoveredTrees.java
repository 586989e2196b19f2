package io.plimsoll.local.explain;

import io.plimsoll.artifact.TreeEnsemble;
import java.util.List;

/**
 * Trees with how much of their training rows came to each node.
 *
 * <p><b>Shape</b>: {@code covers} has an entry for each tree with one number a node, of which those of leaves count. <b>Units</b>: any that all nodes of a
 * tree share.
 *
 * @param width columns of the feature matrix
 */
public record CoveredTrees(TreeEnsemble ensemble, List<double[]> covers, int width) {
    /** @throws IllegalArgumentException if the covers are not those of the trees, or a tree asks for a column that there is not */
    public CoveredTrees {
        covers = List.copyOf(covers);
        if (covers.size() != ensemble.trees().size()) {
            throw new IllegalArgumentException("trees without covers");
        }
        for (int i = 0; i < covers.size(); i++) {
            int nodes = ensemble.trees().get(i).nodes();
            if (covers.get(i).length != nodes) {
                throw new IllegalArgumentException("nodes without covers");
            }
            for (int node = 0; node < nodes; node++) {
                if (!ensemble.trees().get(i).isLeaf(node)
                        && ensemble.trees().get(i).feature(node) >= width) {
                    throw new IllegalArgumentException("a tree that asks for a column that there is not");
                }
            }
        }
    }
}
