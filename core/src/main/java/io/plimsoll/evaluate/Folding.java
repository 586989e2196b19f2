package io.plimsoll.evaluate;

import io.plimsoll.data.GroupFolds;
import io.plimsoll.metric.Baseline;
import java.util.List;

/**
 * Which fold each row was judged in.
 *
 * @param deal what deals rows to folds
 * @param fold of each row, from 1
 * @param baselines by fold, the naive models of the rows that its model was fitted to
 */
record Folding(GroupFolds deal, int[] fold, List<Baseline> baselines) {
    Folding {
        baselines = List.copyOf(baselines);
    }

    /** The naive models of the rows that a row's model was fitted to. */
    Baseline baseline(int row) {
        return baselines.get(fold[row] - 1);
    }
}
