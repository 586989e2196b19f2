package io.plimsoll.artifact;

/**
 * One binary regression tree; node 0 is the root.
 *
 * <p>A row goes to {@code left} if its feature is less than the threshold, compared as float32, or is missing and {@code missingLeft}; else
 * to {@code right}.
 */
public final class Tree {
    private static final int NONE = -1;

    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] threshold;
    private final boolean[] missingLeft;

    private Tree(Builder nodes) {
        this.left = nodes.left;
        this.right = nodes.right;
        this.feature = nodes.feature;
        this.threshold = nodes.threshold;
        this.missingLeft = nodes.missingLeft;
    }

    public int nodes() {
        return left.length;
    }

    public boolean isLeaf(int node) {
        return left[node] == NONE;
    }

    /** What a leaf adds to the sum. */
    public float value(int leaf) {
        return threshold[leaf];
    }

    public int left(int split) {
        return left[split];
    }

    public int right(int split) {
        return right[split];
    }

    /** Index of the feature column that a split asks for. */
    public int feature(int split) {
        return feature[split];
    }

    public float threshold(int split) {
        return threshold[split];
    }

    public boolean missingLeft(int split) {
        return missingLeft[split];
    }

    /** Starts a tree of so many nodes, each of which must be set once, as a leaf or as a split. */
    public static Builder ofNodes(int nodes) {
        return new Builder(nodes);
    }

    /** Nodes being set; {@link #build} checks that they form one tree. */
    public static final class Builder {
        private final int[] left;
        private final int[] right;
        private final int[] feature;
        private final float[] threshold;
        private final boolean[] missingLeft;
        private boolean built;

        private Builder(int nodes) {
            this.left = new int[nodes];
            this.right = new int[nodes];
            this.feature = new int[nodes];
            this.threshold = new float[nodes];
            this.missingLeft = new boolean[nodes];
        }

        public Builder leaf(int node, float value) {
            left[node] = NONE;
            right[node] = NONE;
            threshold[node] = value;
            return this;
        }

        /** The question that a node asks; {@link #children} says where the answers lead. */
        public Builder split(int node, int column, float lessThan, boolean missingGoesLeft) {
            feature[node] = column;
            threshold[node] = lessThan;
            missingLeft[node] = missingGoesLeft;
            return this;
        }

        public Builder children(int node, int whenLess, int otherwise) {
            left[node] = whenLess;
            right[node] = otherwise;
            return this;
        }

        /** @throws IllegalArgumentException unless every node but the root has exactly one parent and every number is finite */
        public Tree build() {
            if (built) {
                throw new IllegalStateException("a tree is built once");
            }
            built = true;
            checkShape();
            return new Tree(this);
        }

        private void checkShape() {
            int[] parents = new int[left.length];
            for (int node = 0; node < left.length; node++) {
                if (!Float.isFinite(threshold[node]) || feature[node] < 0) {
                    throw new IllegalArgumentException("a tree node without a finite number or a feature");
                }
                if (left[node] != NONE) {
                    parents[child(node, left[node])]++;
                    parents[child(node, right[node])]++;
                }
            }
            for (int node = 1; node < parents.length; node++) {
                if (parents[node] != 1) {
                    throw new IllegalArgumentException("a tree node with " + parents[node] + " parents");
                }
            }
            if (parents.length == 0 || parents[0] != 0) {
                throw new IllegalArgumentException("a tree without a root");
            }
        }

        /** Children come after their parent, so that no path leads back. */
        private int child(int parent, int node) {
            if (node <= parent || node >= left.length) {
                throw new IllegalArgumentException("a tree node that does not lead down the tree");
            }
            return node;
        }
    }
}
