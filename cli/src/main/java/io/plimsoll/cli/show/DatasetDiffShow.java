package io.plimsoll.cli.show;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnChange;
import io.plimsoll.data.ColumnProfile;
import io.plimsoll.data.NumberProfile;
import io.plimsoll.data.Shift;
import io.plimsoll.engine.DatasetDifference;
import io.plimsoll.engine.RowDifference;
import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.DatasetVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How two dataset versions differ, for people and as data. */
public final class DatasetDiffShow {
    private final Style style;

    public DatasetDiffShow(Style style) {
        this.style = style;
    }

    /** What {@code datasets diff --json} says. */
    public static Map<String, Object> data(DatasetDifference difference) {
        Map<String, Object> data = new TreeMap<>();
        data.put("before", reference(difference.before()));
        data.put("after", reference(difference.after()));
        data.put("same_content", difference.isNone());
        RowDifference rows = difference.rows();
        if (rows != null) {
            data.put("rows", Map.of("added", rows.added(), "removed", rows.removed(), "changed", rows.changed()));
        }
        data.put("columns_added", difference.added());
        data.put("columns_removed", difference.removed());
        data.put(
                "columns",
                difference.common().stream().map(change -> column(change, rows)).toList());
        return data;
    }

    private static Map<String, Object> reference(DatasetVersion version) {
        return Map.of(
                "name", version.name(),
                "version", version.version(),
                "sha256", version.sha256(),
                "key", version.key(),
                "rows", version.rows());
    }

    private static Map<String, Object> column(ColumnChange change, @Nullable RowDifference rows) {
        Map<String, Object> data = new TreeMap<>();
        data.put("name", change.name());
        data.put("type_before", change.before().type());
        data.put("type_after", change.after().type());
        data.put("before", change.profileBefore());
        data.put("after", change.profileAfter());
        data.put("shifts", change.shifts());
        if (rows != null) {
            data.put("rows_changed", changed(change, rows));
        }
        return data;
    }

    public String text(DatasetDifference difference) {
        StringBuilder text = new StringBuilder(style.bold(difference.before().reference() + " → "
                        + difference.after().reference()))
                .append('\n');
        if (difference.isNone()) {
            return text.append("the same content: no row and no column differs\n")
                    .toString();
        }
        text.append("rows     ").append(rows(difference)).append('\n');
        text.append("columns  ").append(columns(difference)).append('\n');
        return text.append(profiles(difference)).toString();
    }

    private static String rows(DatasetDifference difference) {
        DatasetVersion before = difference.before();
        DatasetVersion after = difference.after();
        String count = pair(number(before.rows()), number(after.rows()));
        RowDifference rows = difference.rows();
        if (rows == null) {
            return count + "; not matched, since the key is " + before.key() + " in one and " + after.key()
                    + " in the other";
        }
        String same = rows.isNone() ? "; every row is as it was" : "";
        return count + ": " + number(rows.added()) + " added, " + number(rows.removed()) + " removed, "
                + number(rows.changed()) + " changed, matched by " + after.key() + same;
    }

    private static String columns(DatasetDifference difference) {
        List<ColumnChange> retyped =
                difference.common().stream().filter(ColumnChange::hasOtherType).toList();
        String types = retyped.stream()
                .map(change -> change.name() + " " + change.before().type() + " → "
                        + change.after().type())
                .collect(Collectors.joining(", "));
        return number(difference.added().size()) + " added" + named(names(difference.added())) + ", "
                + number(difference.removed().size()) + " removed" + named(names(difference.removed())) + ", "
                + number(retyped.size()) + " of another type" + named(types);
    }

    private String profiles(DatasetDifference difference) {
        RowDifference rows = difference.rows();
        Table table = new Table(
                style, "column", "rows changed", "missing", "distinct", "mean", "median", "least", "most", "shifted");
        List<ColumnChange> shown = difference.common().stream()
                .filter(change -> isWorthALine(change, rows))
                .toList();
        shown.forEach(change -> table.row(cells(change, rows)));
        return (table.isEmpty() ? "" : "\n" + table.text())
                + rest(difference.common().size() - shown.size(), rows)
                + legend(shown);
    }

    private static String rest(int columns, @Nullable RowDifference rows) {
        return columns == 0
                ? ""
                : Figures.count(columns, "other column") + " without a shift"
                        + (rows == null ? "" : " or a changed row") + "\n";
    }

    private static String legend(List<ColumnChange> changes) {
        Set<Shift> met = EnumSet.noneOf(Shift.class);
        changes.forEach(change -> met.addAll(change.shifts()));
        return met.isEmpty()
                ? ""
                : met.stream()
                        .map(shift -> String.format(Locale.ROOT, "%-8s %s%n", shift, meaning(shift)))
                        .collect(Collectors.joining("", "\n", ""));
    }

    private static String meaning(Shift shift) {
        return switch (shift) {
            case MISSING -> "the shares of missing values are more than 5 points apart";
            case MEDIAN -> "the median moved by more than a tenth of the range from the first to the last decile";
            case LEVELS -> "the shares of the values differ by a total variation of more than 0.1";
        };
    }

    private static boolean isWorthALine(ColumnChange change, @Nullable RowDifference rows) {
        boolean hasChangedRows = rows != null && changed(change, rows) > 0;
        return hasChangedRows || change.hasOtherType() || !change.shifts().isEmpty();
    }

    private static Object[] cells(ColumnChange change, @Nullable RowDifference rows) {
        ColumnProfile before = change.profileBefore();
        ColumnProfile after = change.profileAfter();
        String shifts = change.shifts().stream().map(Enum::name).collect(Collectors.joining(", "));
        return new Object[] {
            change.name(),
            rows == null ? "-" : number(changed(change, rows)),
            pair(Figures.percent(before.missingShare()), Figures.percent(after.missingShare())),
            pair(number(before.distinct()), number(after.distinct())),
            figures(change, NumberProfile::mean),
            figures(change, NumberProfile::median),
            figures(change, NumberProfile::least),
            figures(change, NumberProfile::most),
            shifts.isEmpty() ? "-" : shifts
        };
    }

    private static String figures(ColumnChange change, ToDoubleFunction<NumberProfile> figure) {
        return pair(figure(change.profileBefore(), figure), figure(change.profileAfter(), figure));
    }

    private static String figure(ColumnProfile profile, ToDoubleFunction<NumberProfile> figure) {
        NumberProfile numbers = profile.numbers();
        return numbers == null ? "-" : Figures.of(figure.applyAsDouble(numbers));
    }

    private static long changed(ColumnChange change, RowDifference rows) {
        return rows.changedBy().getOrDefault(change.name(), 0L);
    }

    private static String pair(String before, String after) {
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String named(String names) {
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
