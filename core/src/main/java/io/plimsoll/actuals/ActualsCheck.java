package io.plimsoll.actuals;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks whether a table says what really happened, each row under its key, and takes what it says. */
public final class ActualsCheck {
    private final Roles roles;
    private final Task task;
    private final @Nullable String trainWhere;
    private final String shown;

    /**
     * @param trainWhere the condition on rows that judge a model; null for none
     * @param shown the file as the user wrote it
     */
    public ActualsCheck(Roles roles, Task task, @Nullable String trainWhere, String shown) {
        this.roles = roles;
        this.task = task;
        this.trainWhere = trainWhere;
        this.shown = shown;
    }

    /** @throws PlimsollException with {@code COLUMN_MISSING} for each column that must be there */
    public void columns(List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        List<Fault> faults = Stream.of(roles.key(), roles.target())
                .filter(name -> !names.contains(name))
                .map(name -> new Fault(
                        ErrorCode.COLUMN_MISSING,
                        "the file has no column '" + name + "'" + NearMatch.hint(name, names),
                        shown,
                        "give the key of each row in '" + roles.key() + "' and what happened in '" + roles.target()
                                + "', under these names"))
                .toList();
        throwIfAny(faults);
    }

    /**
     * @param rows with the {@link #columns} that must be there
     * @throws PlimsollException with {@code DATA_INVALID} and every fault
     */
    public Actuals of(Dataset rows) {
        List<Fault> faults = new ArrayList<>();
        checkKey(rows.summary(roles.key()), faults);
        boolean grouped = !roles.group().equals(roles.key())
                && column(rows, roles.group()).isPresent();
        Dataset known = rows.where(new Filter.Present(roles.target()));
        if (known.rows() == 0) {
            faults.add(ofTarget(
                    "no row has a value yet", "put in what is known by now, or come back when something is known"));
        } else {
            checkTarget(known, faults);
        }
        if (grouped) {
            checkGroup(rows.summary(roles.group()), faults);
        }
        throwIfAny(faults);
        return taken(rows, known, grouped);
    }

    private Actuals taken(Dataset rows, Dataset known, boolean grouped) {
        Dataset asked = trainWhere == null ? known : known.where(new Filter.Condition(trainWhere));
        if (asked.rows() == 0) {
            throw new PlimsollException(ofTarget(
                    "train_where leaves none of the " + Figures.count(known.rows(), "row") + " with a value",
                    "give rows that the model is about"));
        }
        Actuals.Counted counted =
                new Actuals.Counted(rows.rows(), rows.rows() - known.rows(), known.rows() - asked.rows());
        return Actuals.of(known, asked, new Actuals.Columns(roles, grouped), counted);
    }

    private void checkKey(ColumnSummary key, List<Fault> faults) {
        if (key.missing() > 0) {
            faults.add(ofKey(Figures.count(key.missing(), "row") + " without a key"));
        }
        long repeated = key.present() - key.distinct();
        if (repeated > 0) {
            faults.add(ofKey(Figures.count(repeated, "row") + " whose key another row has, too"));
        }
    }

    private void checkTarget(Dataset known, List<Fault> faults) {
        ColumnType type = column(known, roles.target()).orElseThrow().type();
        if (!type.isNumeric()) {
            faults.add(ofTarget(
                    "the target is " + type + ", not a number",
                    "write what happened as in training: classes as 0 and 1, quantities as numbers"));
            return;
        }
        ColumnSummary summary = known.summary(roles.target());
        if (summary.notFinite() > 0) {
            faults.add(ofTarget(
                    Figures.count(summary.notFinite(), "row") + " with an infinite value or NaN",
                    "leave blank what is not known"));
        }
        boolean coded = task == Task.REGRESSION
                || type == ColumnType.BOOLEAN
                || (summary.distinct() <= 2 && isZeroOrOne(summary.least()) && isZeroOrOne(summary.most()));
        if (!coded) {
            faults.add(ofTarget(
                    "the target has " + Figures.count(summary.distinct(), "value") + " that are not just 0 and 1",
                    "write 1 where it happened and 0 where it did not"));
        }
    }

    private void checkGroup(ColumnSummary group, List<Fault> faults) {
        if (group.missing() > 0) {
            faults.add(new Fault(
                    ErrorCode.DATA_INVALID,
                    Figures.count(group.missing(), "row") + " without a group",
                    place(roles.group()),
                    "give each row its group, or leave the column out"));
        }
    }

    private static boolean isZeroOrOne(double value) {
        return value == 0 || value == 1;
    }

    private static Optional<Column> column(Dataset rows, String name) {
        return rows.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private Fault ofKey(String what) {
        return new Fault(
                ErrorCode.DATA_INVALID,
                what,
                place(roles.key()),
                "give each row the key under which it was scored, once");
    }

    private Fault ofTarget(String what, String help) {
        return new Fault(ErrorCode.DATA_INVALID, what, place(roles.target()), help);
    }

    private String place(String column) {
        return "column '" + column + "' of " + shown;
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }
}
