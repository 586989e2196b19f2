package io.plimsoll.split;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;

/** Deals labelled rows in folds, and refuses a deal of which some fold could not judge or could not be learned for. */
public final class Dealing {
    private final GroupFolds deal;
    private final Task task;

    public Dealing(GroupFolds deal, Task task) {
        this.deal = deal;
        this.task = task;
    }

    /**
     * @param roles of which the group is what is dealt by
     * @throws PlimsollException with {@code DATA_INVALID} if a fold has no rows, or the rows of the others have nothing to learn
     */
    public Judging.Folds of(Dataset labelled, Roles roles) {
        List<Fold> parts = Fold.of(labelled, deal);
        long groups = labelled.summary(roles.group()).distinct();
        List<Fault> faults = new ArrayList<>();
        refuseEmpty(parts, groups, faults);
        refuseDull(parts, labelled.rows(), roles.target(), faults);
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return new Judging.Folds(new HoldoutSet(labelled), groups, deal, parts);
    }

    private void refuseEmpty(List<Fold> parts, long groups, List<Fault> faults) {
        long empty = parts.stream().filter(part -> !part.hasRows()).count();
        if (empty > 0) {
            String dealt = "; " + Figures.count(groups, "group") + (groups == 1 ? " is dealt" : " are dealt");
            faults.add(fault("the split leaves no rows in " + empty + " of " + deal.folds() + " folds" + dealt));
        }
    }

    /** Training rows of which nothing can be learned. A fold that judges may well be of one class: figures are of all folds together. */
    private void refuseDull(List<Fold> parts, long rows, String target, List<Fault> faults) {
        long dull = parts.stream()
                .filter(part -> part.hasRows() && !part.teaches(target))
                .count();
        if (dull > 0) {
            String what = task == Task.CLASSIFICATION ? "only one class" : "only one value of the target";
            faults.add(fault("the split leaves " + what + " to learn from beside " + dull + " of " + deal.folds()
                    + " folds (" + Figures.count(rows, "labelled row") + ")"));
        }
    }

    private static Fault fault(String what) {
        return new Fault(
                ErrorCode.DATA_INVALID,
                what,
                "split",
                "bring rows of more groups, or choose fewer folds or another salt");
    }
}
