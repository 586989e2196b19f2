package io.plimsoll.validate;

import io.plimsoll.config.ColumnCheck;
import io.plimsoll.config.ColumnKind;
import io.plimsoll.config.Label;
import io.plimsoll.config.Severity;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a table passes as it is, for a person to loosen: what the file could have declared of it. */
public final class SuggestedChecks {
    /** A text of more different values is no category whose values one lists. */
    private static final int MOST_ALLOWED = 20;

    private static final int FEWEST_ROWS_OF_A_VALUE = 5;

    private SuggestedChecks() {}

    /**
     * By column, in the order of the table; a column without any value is left out.
     *
     * @param names columns whose values name rows or groups, and are not listed
     */
    public static Map<String, ColumnCheck> of(Dataset table, Set<String> names) {
        Map<String, ColumnCheck> checks = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            ColumnSummary summary = table.summary(column.name());
            if (summary.present() > 0) {
                checks.put(column.name(), check(table, column, summary, names.contains(column.name())));
            }
        }
        return checks;
    }

    private static ColumnCheck check(Dataset table, Column column, ColumnSummary summary, boolean isName) {
        boolean listed = column.type() == ColumnType.TEXT
                && !isName
                && summary.distinct() <= MOST_ALLOWED
                && summary.present() >= FEWEST_ROWS_OF_A_VALUE * summary.distinct();
        List<Label> allowed = listed
                ? table.levels(column.name()).stream()
                        .map(level -> new Label(level.value()))
                        .toList()
                : List.of();
        boolean bounded = !isName
                && (column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER)
                && summary.notFinite() == 0;
        return new ColumnCheck(
                listed ? ColumnKind.CATEGORY : kind(column.type()),
                summary.missing() == 0 ? null : new Percentage(wholePercent(summary) / 100.0),
                summary.missing() == 0,
                allowed,
                bounded ? rounded(summary.least(), summary, RoundingMode.FLOOR) : null,
                bounded ? rounded(summary.most(), summary, RoundingMode.CEILING) : null,
                Severity.ERROR);
    }

    private static ColumnKind kind(ColumnType type) {
        return switch (type) {
            case INTEGER -> ColumnKind.INTEGER;
            case NUMBER -> ColumnKind.NUMBER;
            case BOOLEAN -> ColumnKind.BOOLEAN;
            case DATE -> ColumnKind.DATE;
            case TIMESTAMP -> ColumnKind.TIMESTAMP;
            case TEXT -> ColumnKind.TEXT;
        };
    }

    /** Missing rows in hundredths, rounded up. */
    private static long wholePercent(ColumnSummary summary) {
        return (summary.missing() * 100 + summary.rows() - 1) / summary.rows();
    }

    /** Outward, to the first digit of the range: from 1993 to 2026 it is 1990 to 2030. */
    private static @Nullable Double rounded(double value, ColumnSummary summary, RoundingMode outward) {
        BigDecimal range = new BigDecimal(summary.most()).subtract(new BigDecimal(summary.least()));
        BigDecimal measure = range.signum() == 0 ? new BigDecimal(value).abs() : range;
        int digit = measure.signum() == 0 ? 0 : measure.precision() - measure.scale() - 1;
        double bound = BigDecimal.valueOf(value).setScale(-digit, outward).doubleValue();
        return Optional.of(bound).filter(Double::isFinite).orElse(null);
    }
}
