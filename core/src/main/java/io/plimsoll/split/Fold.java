package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFold;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.TrainingSet;
import java.util.List;

/**
 * One turn of a table that is dealt in folds.
 *
 * @param number from 1
 * @param training the rows of all other folds: what a model may learn from that is to judge this one
 * @param judged the rows of this fold
 */
public record Fold(int number, TrainingSet training, HoldoutSet judged) {
    /** The turns of a table, one for each fold, with or without rows. */
    public static List<Fold> of(Dataset rows, GroupFolds deal) {
        return deal.each().stream().map(turn -> of(rows, turn)).toList();
    }

    private static Fold of(Dataset rows, GroupFold turn) {
        return new Fold(
                turn.fold() + 1,
                new TrainingSet(rows.where(new Filter.Bucket(turn, Filter.Side.KEPT))),
                new HoldoutSet(rows.where(new Filter.Bucket(turn, Filter.Side.HELD_OUT))));
    }

    /** Whether there is anything to judge, and the rows of the other folds have more than one value of the target to learn. */
    public boolean isUsable(String target) {
        return hasRows() && teaches(target);
    }

    boolean hasRows() {
        return judged.rows().rows() > 0;
    }

    boolean teaches(String target) {
        return training.rows().rows() > 0 && training.rows().summary(target).distinct() > 1;
    }
}
