package io.plimsoll.artifact;

import java.util.List;

/**
 * A sum of regression trees over a feature matrix, as every tree trainer can state its model.
 *
 * @param trees at least one
 * @param base added to the sum of leaves, on the scale before {@code link}
 * @param link what turns the sum into a prediction
 */
public record TreeEnsemble(List<Tree> trees, float base, Link link) {
    public TreeEnsemble {
        trees = List.copyOf(trees);
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("an ensemble without a tree");
        }
    }

    /**
     * The same trees for a target that they were fitted to on a transformed scale.
     *
     * @throws IllegalStateException if these trees have a link already: one scale cannot be undone by another
     */
    public TreeEnsemble withLink(Link other) {
        if (link != Link.IDENTITY) {
            throw new IllegalStateException("the trees already have the link " + link);
        }
        return new TreeEnsemble(trees, base, other);
    }

    /** From the sum of leaves {@code s} to the prediction. */
    public enum Link {
        /** {@code s}. */
        IDENTITY,
        /** {@code 1 / (1 + exp(−s))}, a probability. */
        LOGISTIC,
        /** {@code exp(s)}. */
        EXP,
        /** {@code exp(s) − 1}, which undoes a target scale of log(1 + y). */
        EXPM1
    }
}
