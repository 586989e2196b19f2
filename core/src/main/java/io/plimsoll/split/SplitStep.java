package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.ValidatedTable;
import java.util.List;

/**
 * Parts the labelled rows.
 *
 * <p>Promises, whatever the partition: no group on both sides. By a salted hash of the group: a group stays on its side in every run with the
 * same salt, also as data grow, and a larger holdout holds every group that a smaller one did; not an exact share of rows, since whole groups
 * are dealt, whatever their size. By a given column: exactly the sides that the column says; nothing about how they were chosen. By time: every
 * row that judges is from later than every row that trains, by the gap or more; a group with later rows trains nowhere. Not that a group keeps
 * its side as data grow: it leaves the training rows with its first later row. Folds: each
 * group is in exactly one fold, and in the same one in every run with the same salt and number of folds, also as data grow; every fold has rows,
 * and the others have something to learn; not folds of equal size. All labelled rows train in the end, so nothing is held out from the model.
 */
public final class SplitStep implements Step<ValidatedTable, SplitTable> {
    /**
     * What the labelled rows are for.
     *
     * @param training rows that the registered model is fitted on
     */
    public record Sides(TrainingSet training, Judging judging) {}

    private final Partition partition;
    private final Task task;

    public SplitStep(Partition partition, Task task) {
        this.partition = partition;
        this.task = task;
    }

    @Override
    public StepName name() {
        return StepName.SPLIT;
    }

    @Override
    public SplitTable run(ValidatedTable table, RunContext run) {
        Sides sides = part(table.labelled(), table.roles());
        long groups = sides.training().rows().summary(table.roles().group()).distinct();
        return new SplitTable(table, sides.training(), sides.judging(), partition, groups);
    }

    /**
     * Parts labelled rows.
     *
     * @throws PlimsollException with {@code DATA_INVALID} if nothing can be learned or judged on one side, or with some fold
     */
    public Sides part(Dataset labelled, Roles roles) {
        if (partition instanceof TimeSplit time) {
            new TimeParting(time, labelled).check();
        }
        partition.columns().forEach(column -> refuseMissing(labelled, column));
        return partition instanceof GroupFolds deal
                ? new Sides(new TrainingSet(labelled), new Dealing(deal, task).of(labelled, roles))
                : heldOut(labelled, roles);
    }

    /**
     * Parts the rows again that a run has parted already: alike, and without asking again what is wrong with the sides.
     *
     * @param before what was counted then
     */
    public SplitTable again(ValidatedTable table, SplitCounts before) {
        Dataset labelled = table.labelled();
        if (partition instanceof GroupFolds deal) {
            List<Fold> parts = Fold.of(labelled, deal);
            Judging folds = new Judging.Folds(new HoldoutSet(labelled), before.judging(), deal, parts);
            return new SplitTable(table, new TrainingSet(labelled), folds, partition, before.training());
        }
        Dataset training = labelled.where(new Filter.Bucket(partition, Filter.Side.KEPT));
        Dataset holdout = labelled.where(new Filter.Bucket(partition, Filter.Side.HELD_OUT));
        Judging judging = new Judging.Holdout(new HoldoutSet(holdout), before.judging(), before.leftOut());
        return new SplitTable(table, new TrainingSet(training), judging, partition, before.training());
    }

    private Sides heldOut(Dataset labelled, Roles roles) {
        Dataset training = labelled.where(new Filter.Bucket(partition, Filter.Side.KEPT));
        Dataset holdout = labelled.where(new Filter.Bucket(partition, Filter.Side.HELD_OUT));
        LeftOut leftOut = partition instanceof TimeSplit time
                ? new TimeParting(time, labelled).leftOut(training, holdout, roles)
                : LeftOut.NOTHING;
        new SideChecks(partition, task, roles, labelled).check(training, holdout, leftOut);
        long groups = holdout.summary(roles.group()).distinct();
        return new Sides(new TrainingSet(training), new Judging.Holdout(new HoldoutSet(holdout), groups, leftOut));
    }

    private static void refuseMissing(Dataset labelled, String column) {
        long missing = labelled.summary(column).missing();
        if (missing > 0) {
            throw new PlimsollException(new Fault(
                    ErrorCode.DATA_INVALID,
                    Figures.count(missing, "labelled row") + " without a value in the column of the split",
                    "column '" + column + "'",
                    "give every labelled row a value, or leave these rows out in data.query"));
        }
    }
}
