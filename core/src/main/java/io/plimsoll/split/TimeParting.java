package io.plimsoll.split;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;

/** What a split by time needs of its column, and what it leaves out. */
final class TimeParting {
    private final TimeSplit split;
    private final Dataset labelled;

    TimeParting(TimeSplit split, Dataset labelled) {
        this.split = split;
        this.labelled = labelled;
    }

    /** @throws PlimsollException with {@code DATA_INVALID} if the column holds no times, or times of another kind than the split's */
    void check() {
        ColumnType type = labelled.columns().stream()
                .filter(column -> column.name().equals(split.on()))
                .map(Column::type)
                .findFirst()
                .orElseThrow();
        if (split.line(type).isEmpty()) {
            boolean tellsTime = type != ColumnType.TEXT && type != ColumnType.BOOLEAN;
            String why = tellsTime ? ", and split.from or split.gap is not of that kind" : ", which tells no time";
            throw fault("the column of the split is " + type + why, help(type));
        }
        ColumnSummary summary = labelled.summary(split.on());
        if (summary.notFinite() > 0) {
            throw fault(
                    Figures.count(summary.notFinite(), "labelled row")
                            + " with an infinite value or NaN in the column of" + " the split",
                    "mend the source, or leave these rows out in data.query");
        }
    }

    private PlimsollException fault(String what, String help) {
        return PlimsollException.of(ErrorCode.DATA_INVALID, what, "column '" + split.on() + "'", help);
    }

    private static String help(ColumnType type) {
        return switch (type) {
            case INTEGER, NUMBER -> "give split.from as a number, such as 2018";
            case DATE -> "give split.from as a date, such as 2018-06-01, and split.gap in whole days";
            case TIMESTAMP ->
                "give split.from as a date or timestamp, such as 2018-06-01 12:00:00, and split.gap in whole days";
            case BOOLEAN, TEXT -> "name a column of numbers, dates or timestamps, or make one in data.query";
        };
    }

    /** The rows that are on neither side. */
    LeftOut leftOut(Dataset training, Dataset holdout, Roles roles) {
        Dataset earlier = labelled.where(new Filter.Bucket(split.ofRows(roles.key()), Filter.Side.KEPT));
        return new LeftOut(
                labelled.rows() - holdout.rows() - earlier.rows(),
                earlier.rows() - training.rows(),
                earlier.summary(roles.group()).distinct()
                        - training.summary(roles.group()).distinct());
    }
}
