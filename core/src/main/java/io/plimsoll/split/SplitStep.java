package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Task;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.ValidatedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts the labelled rows by a salted hash of their group.
 *
 * <p>Promises: no group on both sides; a group stays on its side in every run with the same salt, also as data grow; a larger holdout holds
 * every group that a smaller one did. Does not promise an exact share of rows: whole groups are dealt, whatever their size.
 */
public final class SplitStep implements Step<ValidatedTable, SplitTable> {
    /** The two parts of the labelled rows. */
    public record Sides(TrainingSet training, HoldoutSet holdout) {}

    private final GroupHash hash;
    private final Task task;

    public SplitStep(GroupHash hash, Task task) {
        this.hash = hash;
        this.task = task;
    }

    @Override
    public StepName name() {
        return StepName.SPLIT;
    }

    @Override
    public SplitTable run(ValidatedTable table, RunContext run) {
        Sides sides = part(table.labelled(), table.roles().target());
        String group = hash.column();
        return new SplitTable(
                table,
                sides.training(),
                sides.holdout(),
                hash,
                sides.training().rows().summary(group).distinct(),
                sides.holdout().rows().summary(group).distinct());
    }

    /**
     * Parts labelled rows.
     *
     * @throws PlimsollException with {@code DATA_INVALID} if nothing can be learned or judged on one side
     */
    public Sides part(Dataset labelled, String target) {
        Dataset training = labelled.where(new Filter.Bucket(hash, Filter.Side.ABOVE));
        Dataset holdout = labelled.where(new Filter.Bucket(hash, Filter.Side.BELOW));
        List<Fault> faults = new ArrayList<>();
        check(training, "training rows", target, faults);
        check(holdout, "holdout", target, faults);
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return new Sides(new TrainingSet(training), new HoldoutSet(holdout));
    }

    private void check(Dataset side, String name, String target, List<Fault> faults) {
        if (side.rows() == 0) {
            faults.add(fault("the split leaves no rows in the " + name));
        } else if (side.summary(target).distinct() < 2) {
            String what = task == Task.CLASSIFICATION ? "only one class" : "only one value of the target";
            faults.add(fault("the split leaves " + what + " in the " + name + " (" + side.rows() + " rows)"));
        }
    }

    private static Fault fault(String what) {
        return new Fault(
                ErrorCode.DATA_INVALID,
                what,
                "split",
                "bring rows of more groups, or choose another holdout share or salt");
    }
}
