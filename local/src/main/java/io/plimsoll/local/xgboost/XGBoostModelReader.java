package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.local.explain.CoveredTrees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads XGBoost's own model file, without XGBoost: whatever its bytes are, they end in trees or in an exception.
 *
 * <p>Three things that its documentation leaves to be found: {@code base_score} is a text in the unit of the prediction, with brackets since
 * 3.1; the value of a leaf stands where a split has its threshold; pruned nodes stay in the arrays, out of reach.
 *
 * <p><b>Source</b>: XGBoost 3.1, "Introduction to Model IO" and its JSON schema.
 */
public final class XGBoostModelReader {
    private static final int NO_CHILD = -1;

    private XGBoostModelReader() {}

    /** @throws IllegalArgumentException if the bytes are not a tree model with one output and splits by number */
    static TreeEnsemble read(byte[] ubj) {
        return readCovered(ubj).ensemble();
    }

    /**
     * The same with how much of the training rows came to each node, by the sum of second derivatives that XGBoost keeps of them.
     *
     * @throws IllegalArgumentException as for {@link #read}
     */
    public static CoveredTrees readCovered(byte[] ubj) {
        Fields learner = new Fields(UbjReader.read(ubj)).child("learner");
        Fields booster = learner.child("gradient_booster");
        if (!booster.text("name").equals("gbtree")) {
            throw new IllegalArgumentException("a booster of another kind than gbtree");
        }
        Fields parameters = learner.child("learner_model_param");
        Link link = link(learner.child("objective").text("name"));
        List<Tree> trees = new ArrayList<>();
        List<double[]> covers = new ArrayList<>();
        for (Fields fields : booster.child("model").children("trees")) {
            Columns columns = new Columns(fields);
            List<Integer> order = columns.reachable();
            trees.add(tree(columns, order));
            covers.add(order.stream().mapToDouble(node -> columns.cover[node]).toArray());
        }
        TreeEnsemble ensemble = new TreeEnsemble(trees, margin(parameters.text("base_score"), link), link);
        return new CoveredTrees(ensemble, covers, Integer.parseInt(parameters.text("num_feature")));
    }

    private static Link link(String objective) {
        return switch (objective) {
            case "binary:logistic" -> Link.LOGISTIC;
            case "reg:squarederror", "reg:absoluteerror" -> Link.IDENTITY;
            case "count:poisson", "reg:gamma", "reg:tweedie" -> Link.EXP;
            default -> throw new IllegalArgumentException("an objective that this reader does not know");
        };
    }

    private static float margin(String baseScore, Link link) {
        String number = baseScore.replaceAll("[\\[\\]]", "");
        float score = Float.parseFloat(number);
        return switch (link) {
            case LOGISTIC -> (float) -Math.log(1.0 / score - 1.0);
            case EXP -> (float) Math.log(score);
            default -> score;
        };
    }

    /** Renumbers the nodes in reach, breadth first, so that children follow their parents. */
    private static Tree tree(Columns columns, List<Integer> order) {
        int[] position = new int[columns.left.length];
        for (int i = 0; i < order.size(); i++) {
            position[order.get(i)] = i;
        }
        Tree.Builder tree = Tree.ofNodes(order.size());
        for (int i = 0; i < order.size(); i++) {
            int node = order.get(i);
            if (columns.isLeaf(node)) {
                tree.leaf(i, (float) columns.number[node]);
            } else {
                tree.split(i, (int) columns.feature[node], (float) columns.number[node], columns.missingLeft[node] != 0)
                        .children(i, position[(int) columns.left[node]], position[(int) columns.right[node]]);
            }
        }
        return tree.build();
    }

    /** The arrays of one tree, an entry a node. */
    private static final class Columns {
        private final double[] left;
        private final double[] right;
        private final double[] feature;
        private final double[] number;
        private final double[] missingLeft;
        private final double[] cover;

        private Columns(Fields tree) {
            this.left = tree.numbers("left_children");
            this.right = tree.numbers("right_children");
            this.feature = tree.numbers("split_indices");
            this.number = tree.numbers("split_conditions");
            this.missingLeft = tree.numbers("default_left");
            this.cover = tree.numbers("sum_hessian");
            for (double type : tree.numbers("split_type")) {
                if (type != 0) {
                    throw new IllegalArgumentException("a split by category");
                }
            }
            for (double[] other : List.of(right, feature, number, missingLeft, cover)) {
                if (other.length != left.length) {
                    throw new IllegalArgumentException("a tree whose arrays differ in length");
                }
            }
        }

        private boolean isLeaf(int node) {
            return left[node] == NO_CHILD;
        }

        private List<Integer> reachable() {
            List<Integer> order = new ArrayList<>();
            Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
            while (!waiting.isEmpty()) {
                int node = waiting.remove();
                if (node < 0 || node >= left.length) {
                    throw new IllegalArgumentException("a tree that leads out of itself");
                }
                order.add(node);
                if (!isLeaf(node)) {
                    waiting.add((int) left[node]);
                    waiting.add((int) right[node]);
                }
                if (order.size() > left.length) {
                    throw new IllegalArgumentException("a tree that leads back to itself");
                }
            }
            return order;
        }
    }

    /** One object of the file, with the kinds of value that are expected in it. */
    private record Fields(@Nullable Object value) {
        Fields child(String name) {
            return new Fields(field(name));
        }

        List<Fields> children(String name) {
            if (field(name) instanceof List<?> list) {
                return list.stream().map(Fields::new).toList();
            }
            throw missing(name);
        }

        String text(String name) {
            if (field(name) instanceof String text) {
                return text;
            }
            throw missing(name);
        }

        double[] numbers(String name) {
            if (field(name) instanceof double[] numbers) {
                return numbers;
            }
            throw missing(name);
        }

        private @Nullable Object field(String name) {
            return value instanceof Map<?, ?> map ? map.get(name) : null;
        }

        private static IllegalArgumentException missing(String name) {
            return new IllegalArgumentException("no " + name + " where XGBoost's models have it");
        }
    }
}
