package io.plimsoll.split;

import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupSet;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds inside the training rows, for what must be chosen or measured on rows that a model has not seen while those that judge stay unseen.
 *
 * <p>Promises: each group, and so each row, is in one fold; every fold has rows and the others have something to learn; the same folds for the
 * same rows in whatever order; folds of about as many rows and, for a classification, about the same share of class 1, up to
 * {@value #MOST_GROUPS} groups. Beyond these, groups are dealt by a salted hash, and their number makes folds alike. Not that a group stays in
 * its fold as data grow.
 */
public final class InnerFolds {
    /** Beyond these, groups are not named one by one. */
    static final int MOST_GROUPS = 10_000;

    private InnerFolds() {}

    /**
     * Folds with rows, numbered from 1: at least two, fewer than asked for where there are fewer groups.
     *
     * @param purpose the key of the config file that needs folds; it salts the deal, and a fault stands there
     * @throws PlimsollException with {@code DATA_INVALID} if there are not two, or nothing can be learned without some fold
     */
    public static List<Fold> of(TrainingSet training, Roles roles, Task task, int folds, String purpose) {
        List<GroupRows> groups = GroupRows.of(training.rows(), roles, task);
        List<Fold> dealt = folds(training, turns(groups, roles, folds, purpose));
        if (dealt.size() < 2 || !dealt.stream().allMatch(fold -> fold.teaches(roles.target()))) {
            throw PlimsollException.of(
                    ErrorCode.DATA_INVALID,
                    Figures.count(training.rows().rows(), "training row") + " in "
                            + Figures.count(groups.size(), "group")
                            + " cannot be dealt in folds, whole groups at a time: " + reason(groups, task),
                    purpose,
                    "bring rows of more groups, or choose a '" + purpose + "' that needs no folds");
        }
        return dealt;
    }

    private static List<? extends Partition> turns(List<GroupRows> groups, Roles roles, int folds, String salt) {
        return groups.size() > MOST_GROUPS
                ? new GroupFolds(roles.group(), salt, folds).each()
                : StratifiedDeal.of(groups, folds, salt).stream()
                        .filter(names -> !names.isEmpty())
                        .map(names -> new GroupSet(roles.group(), names))
                        .toList();
    }

    private static List<Fold> folds(TrainingSet training, List<? extends Partition> turns) {
        List<Fold> folds = new ArrayList<>();
        for (Partition turn : turns) {
            Fold fold = new Fold(
                    folds.size() + 1,
                    new TrainingSet(training.rows().where(new Filter.Bucket(turn, Filter.Side.KEPT))),
                    new HoldoutSet(training.rows().where(new Filter.Bucket(turn, Filter.Side.HELD_OUT))));
            if (fold.hasRows()) {
                folds.add(fold);
            }
        }
        return folds;
    }

    private static String reason(List<GroupRows> groups, Task task) {
        if (groups.size() < 2) {
            return "two groups are the fewest";
        }
        long zeros = groups.stream().filter(group -> group.zeros() > 0).count();
        long ones = groups.stream().filter(group -> group.ones() > 0).count();
        if (task == Task.CLASSIFICATION && Math.min(zeros, ones) < 2) {
            return "class 0 lies in " + Figures.count(zeros, "group") + ", class 1 in " + Figures.count(ones, "group")
                    + ", and two groups with rows of each are the fewest";
        }
        return "without one fold, the others have only one "
                + (task == Task.CLASSIFICATION ? "class" : "value of the target");
    }
}
