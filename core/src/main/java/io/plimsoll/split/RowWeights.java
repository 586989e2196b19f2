package io.plimsoll.split;

import io.plimsoll.config.ModelConfig.Weight;
import java.util.HashMap;
import java.util.Map;

/** How much each row counts, in training and in metrics alike. */
public final class RowWeights {
    private RowWeights() {}

    /**
     * <p><b>Shape</b>: one weight a row. <b>Units</b>: mean 1 over the rows. Under {@code weight: group} the rows of a group share what one group
     * may count, so that each group counts once whatever its size.
     */
    public static double[] of(Weight weighting, String[] groups) {
        Map<String, Integer> sizes = new HashMap<>();
        for (String group : groups) {
            sizes.merge(group, 1, Integer::sum);
        }
        double[] weights = new double[groups.length];
        for (int i = 0; i < groups.length; i++) {
            weights[i] = switch (weighting) {
                case NONE -> 1;
                case GROUP -> (double) groups.length / ((double) sizes.size() * sizes.getOrDefault(groups[i], 1));
            };
        }
        return weights;
    }
}
