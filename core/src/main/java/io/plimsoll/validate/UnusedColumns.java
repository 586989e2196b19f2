package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says, in one warning each, which columns would be no good features: for whoever looks for further ones. */
final class UnusedColumns {
    private final Dataset table;
    private final DataFaults faults;
    private final List<String> empty = new ArrayList<>();
    private final List<String> constant = new ArrayList<>();
    private final List<String> likeIds = new ArrayList<>();

    UnusedColumns(Dataset table, DataFaults faults) {
        this.table = table;
        this.faults = faults;
    }

    void check(ModelConfig model) {
        Set<String> roles = Set.of(model.data().key(), model.target());
        for (Column column : table.columns()) {
            boolean used = roles.contains(column.name())
                    || column.name().equals(model.data().group())
                    || model.features().columns().contains(column.name());
            if (!used) {
                sort(column);
            }
        }
        warn(empty, "no value in any row", "mend the source, or leave such columns out in data.query");
        warn(
                constant,
                "the same value in every row",
                "leave such columns out of features: a model could learn nothing from them");
        warn(
                likeIds,
                "few rows for each value, like an id",
                "leave such columns out of features, or make fewer categories of them in data.query");
    }

    private void sort(Column column) {
        ColumnSummary summary = table.summary(column.name());
        if (summary.present() == 0) {
            empty.add("'" + column.name() + "'");
        } else if (summary.distinct() == 1 && summary.missing() == 0) {
            constant.add("'" + column.name() + "'");
        } else if (column.type() == ColumnType.TEXT && summary.isLikeAnId()) {
            likeIds.add(String.format(
                    Locale.ROOT,
                    "'%s' (%,d values in %,d rows)",
                    column.name(),
                    summary.distinct(),
                    summary.present()));
        }
    }

    private void warn(List<String> columns, String what, String help) {
        if (!columns.isEmpty()) {
            faults.warn(
                    faults.count(columns.size(), "column")
                            + (columns.size() == 1 ? " that is no feature has " : " that are no features have ") + what
                            + ": "
                            + String.join(", ", columns),
                    "",
                    help);
        }
    }
}
