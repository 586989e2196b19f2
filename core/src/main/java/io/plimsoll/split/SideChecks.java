package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.HeldValue;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;

/** Refuses two sides of which one cannot be learned from, cannot judge, or knows the other by its groups. */
final class SideChecks {
    private final Partition partition;
    private final Task task;
    private final Roles roles;
    private final Dataset labelled;
    private final List<Fault> faults = new ArrayList<>();

    SideChecks(Partition partition, Task task, Roles roles, Dataset labelled) {
        this.partition = partition;
        this.task = task;
        this.roles = roles;
        this.labelled = labelled;
    }

    /** @throws PlimsollException with {@code DATA_INVALID} and every fault */
    void check(Dataset training, Dataset holdout, LeftOut leftOut) {
        check(training, "training rows", leftOut);
        check(holdout, "holdout", leftOut);
        if (!(partition instanceof TimeSplit)) {
            checkGroups(training, holdout);
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private void check(Dataset side, String name, LeftOut leftOut) {
        if (side.rows() == 0) {
            add("the split leaves no rows in the " + name + leftOut.clause());
        } else if (side.summary(roles.target()).distinct() < 2) {
            String what = task == Task.CLASSIFICATION ? "only one class" : "only one value of the target";
            add("the split leaves " + what + " in the " + name + " (" + side.rows() + " rows)" + leftOut.clause());
        } else if (partition instanceof TimeSplit && groups(side) < 2) {
            add("the split leaves only one group in the " + name + leftOut.clause());
        }
    }

    private void checkGroups(Dataset training, Dataset holdout) {
        long both = groups(training) + groups(holdout) - groups(labelled);
        if (both > 0) {
            faults.add(new Fault(
                    ErrorCode.DATA_INVALID,
                    "the split parts " + Figures.count(both, "group") + ": some rows are held out and others are not",
                    "column '" + roles.group() + "'",
                    "give all rows of a group the same value in the column of the split, or mend data.group"));
        }
    }

    private long groups(Dataset rows) {
        return rows.summary(roles.group()).distinct();
    }

    private void add(String what) {
        faults.add(new Fault(ErrorCode.DATA_INVALID, what, "split", help()));
    }

    private String help() {
        if (partition instanceof TimeSplit) {
            return "choose another split.from or a smaller split.gap, or bring rows of more groups";
        }
        return partition instanceof HeldValue
                ? "choose another column or value to hold out, or bring rows of more groups"
                : "bring rows of more groups, or choose another holdout share or salt";
    }
}
