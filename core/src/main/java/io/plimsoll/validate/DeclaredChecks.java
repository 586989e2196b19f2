package io.plimsoll.validate;

import io.plimsoll.config.ColumnCheck;
import io.plimsoll.config.DataRule;
import io.plimsoll.config.Label;
import io.plimsoll.config.Severity;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Level;
import io.plimsoll.data.Selection;
import io.plimsoll.guard.Figures;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Checks of the modelling table that the config file declares: of single columns, and of whole rows. */
final class DeclaredChecks {
    private final Dataset table;
    private final DataFaults faults;

    DeclaredChecks(Dataset table, DataFaults faults) {
        this.table = table;
        this.faults = faults;
    }

    void checkColumn(String name, ColumnCheck check) {
        Column column = table.columns().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (check.type() != null && !check.type().accepts(column.type())) {
            faults.add(
                    check.severity(),
                    "the column is " + column.type() + " and should be " + check.type(),
                    name,
                    "mend the source, CAST it in data.query, or change data.columns");
        }
        ColumnSummary summary = table.summary(name);
        checkMissing(name, check, summary);
        checkAllowed(name, check);
        checkBounds(column, check, summary);
    }

    private void checkMissing(String name, ColumnCheck check, ColumnSummary summary) {
        if (check.required() && summary.missing() > 0) {
            faults.add(
                    check.severity(),
                    faults.count(summary.missing(), "row") + " of " + table.rows()
                            + " without a value, which is required",
                    name,
                    "mend the source, leave these rows out in data.query, or allow some with max_missing");
        }
        double share = summary.missingShare();
        if (check.maxMissing() != null && share > check.maxMissing().fraction()) {
            faults.add(
                    check.severity(),
                    Figures.percent(share) + " of the rows are missing, more than max_missing "
                            + Figures.percent(check.maxMissing().fraction()),
                    name,
                    "mend the source, or raise max_missing");
        }
    }

    private void checkAllowed(String name, ColumnCheck check) {
        if (check.allowed().isEmpty()) {
            return;
        }
        Set<String> allowed = check.allowed().stream().map(Label::text).collect(Collectors.toCollection(HashSet::new));
        List<Level> others = table.levels(name).stream()
                .filter(level -> !allowed.contains(level.value()))
                .toList();
        if (!others.isEmpty()) {
            long rows = others.stream().mapToLong(Level::rows).sum();
            faults.add(
                    check.severity(),
                    faults.count(rows, "row") + " of " + table.rows() + " with " + faults.count(others.size(), "value")
                            + " that " + (others.size() == 1 ? "is" : "are") + " not among the "
                            + check.allowed().size() + " allowed",
                    name,
                    "mend the source, or add to allowed; values are compared in their text form, case and all");
        }
    }

    private void checkBounds(Column column, ColumnCheck check, ColumnSummary summary) {
        if (check.atLeast() == null && check.atMost() == null) {
            return;
        }
        if (!column.type().isNumeric()) {
            if (summary.present() > 0) {
                faults.add(
                        check.severity(),
                        "the column is " + column.type() + ", so that at_least and at_most cannot be held",
                        column.name(),
                        "CAST it to a number in data.query, or compare it in a rule under data.rules");
            }
            return;
        }
        double least = check.atLeast() == null ? Double.NEGATIVE_INFINITY : check.atLeast();
        double most = check.atMost() == null ? Double.POSITIVE_INFINITY : check.atMost();
        long below = rowsOutside(column.name(), least, Double.POSITIVE_INFINITY);
        long above = rowsOutside(column.name(), Double.NEGATIVE_INFINITY, most);
        report(column, check, below, "below at_least " + Figures.of(least));
        report(column, check, above, "above at_most " + Figures.of(most));
    }

    private void report(Column column, ColumnCheck check, long rows, String what) {
        if (rows > 0) {
            faults.add(
                    check.severity(),
                    faults.count(rows, "row") + " of " + table.rows() + " " + what,
                    column.name(),
                    "mend the source, make them NULL or leave them out in data.query, or move the limit");
        }
    }

    private long rowsOutside(String column, double least, double most) {
        AtomicLong rows = new AtomicLong();
        table.scan(
                new Selection(List.of(column), List.of()),
                batch -> rows.addAndGet(Arrays.stream(batch.numbers().get(0), 0, batch.rows())
                        .filter(value -> value < least || value > most)
                        .count()));
        return rows.get();
    }

    void checkRule(String name, DataRule rule) {
        String place = "data.rules." + name;
        long broken = table.where(new Filter.Broken(rule.condition(), place)).rows();
        if (broken > 0) {
            faults.add(
                    rule.severity(),
                    faults.count(broken, "row") + " of " + table.rows() + " for which the rule '" + name
                            + "' does not hold",
                    "",
                    rule.severity() == Severity.ERROR
                            ? "mend the source, leave these rows out in data.query, or say severity: warning under "
                                    + place
                            : "look at these rows: SELECT … WHERE NOT (the condition)");
        }
    }
}
