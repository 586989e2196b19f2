package io.plimsoll.local.explain;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import java.util.List;

/**
 * Shapley values of trees, exactly: what a feature adds to the sum on average over all orders in which features may become known. A feature that is not
 * known sends a row both ways, in the shares in which the training rows went.
 *
 * <p><b>Source</b>: Lundberg et al., "From local explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2, 2020,
 * the path-dependent value function of algorithm 2; computed leaf by leaf, see {@link LeafGame}.
 */
public final class TreeAttribution implements Attribution {
    private final CoveredTrees trees;
    private final double base;
    private final List<Quadrature> rules;

    public TreeAttribution(CoveredTrees trees) {
        this.trees = trees;
        double sum = trees.ensemble().base();
        int longest = 0;
        for (int i = 0; i < trees.covers().size(); i++) {
            for (LeafPath leaf : leaves(i)) {
                sum += leaf.expected();
                longest = Math.max(longest, leaf.length());
            }
        }
        this.base = sum;
        this.rules = Quadrature.forDegreesBelow(longest);
    }

    @Override
    public boolean takes(int width) {
        return width == trees.width();
    }

    @Override
    public double base() {
        return base;
    }

    @Override
    public Link link() {
        return trees.ensemble().link();
    }

    @Override
    public void addTo(double[] contributions, float[] features, int rows) {
        for (int i = 0; i < trees.covers().size(); i++) {
            for (LeafPath leaf : leaves(i)) {
                if (leaf.length() > 0) {
                    Quadrature rule = rules.get((leaf.length() + 1) / 2);
                    new LeafGame(leaf, rule).addTo(contributions, features, rows);
                }
            }
        }
    }

    private List<LeafPath> leaves(int index) {
        Tree tree = trees.ensemble().trees().get(index);
        return LeafPath.all(tree, trees.covers().get(index));
    }
}
