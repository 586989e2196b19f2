package io.plimsoll.project;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a table's columns look like they are for. A guess to begin with; a person must look at it.
 *
 * @param group a column whose values repeat; empty where none looks like it
 */
record Draft(String key, Optional<String> group, List<String> numeric, List<String> categorical, List<Target> targets) {
    private static final int MOST_CATEGORIES = 50;

    /** A column that looks like something to predict. */
    record Target(String column, boolean classes, boolean positive) {
        /** The column's name as a model type. */
        String modelType() {
            return column.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[^A-Za-z0-9]+", "");
        }
    }

    /** @throws PlimsollException with {@code DATA_INVALID} where no column can be a key, or none a target */
    static Draft of(Dataset table) {
        Map<Column, ColumnSummary> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column, table.summary(column.name())));
        String key = key(columns);
        List<Target> targets = targets(columns, key);
        Optional<String> group = group(columns, key);
        List<String> taken = new ArrayList<>(List.of(key));
        group.ifPresent(taken::add);
        targets.forEach(target -> taken.add(target.column()));
        List<String> numeric = new ArrayList<>();
        List<String> categorical = new ArrayList<>();
        columns.forEach((column, summary) -> {
            boolean usable = !taken.contains(column.name()) && summary.distinct() > 1;
            if (usable && column.type().isNumeric()) {
                numeric.add(column.name());
            } else if (usable && column.type() == ColumnType.TEXT && summary.distinct() <= MOST_CATEGORIES) {
                categorical.add(column.name());
            }
        });
        return new Draft(key, group, List.copyOf(numeric), List.copyOf(categorical), targets);
    }

    private static String key(Map<Column, ColumnSummary> columns) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().type() == ColumnType.TEXT
                        || entry.getKey().type() == ColumnType.INTEGER)
                .filter(entry -> entry.getValue().distinct() == entry.getValue().rows())
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.DATA_INVALID,
                        "no column is different in every row, so none can be the key",
                        "",
                        "add a column that numbers the rows"));
    }

    /** The first identifier whose values repeat. */
    private static Optional<String> group(Map<Column, ColumnSummary> columns, String key) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().name().toLowerCase(Locale.ROOT).endsWith("id"))
                .filter(entry ->
                        !entry.getKey().name().equals(key) && entry.getValue().missing() == 0)
                .filter(entry ->
                        entry.getValue().distinct() * 2 <= entry.getValue().rows())
                .map(entry -> entry.getKey().name())
                .findFirst();
    }

    /** Columns in capitals, as is the custom for targets; else the last number. */
    private static List<Target> targets(Map<Column, ColumnSummary> columns, String key) {
        List<Target> numbers = new ArrayList<>();
        columns.forEach((column, summary) -> {
            if (column.type().isNumeric()
                    && summary.distinct() > 1
                    && !column.name().equals(key)) {
                boolean classes = summary.distinct() == 2 && summary.least() == 0 && summary.most() == 1;
                numbers.add(new Target(column.name(), classes, summary.least() > -1));
            }
        });
        List<Target> capitals = numbers.stream()
                .filter(target -> target.column().equals(target.column().toUpperCase(Locale.ROOT)))
                .toList();
        if (!capitals.isEmpty()) {
            return capitals;
        }
        if (numbers.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.DATA_INVALID,
                    "no column of numbers varies, so none can be a target",
                    "",
                    "add the column that is to be predicted");
        }
        return List.of(numbers.get(numbers.size() - 1));
    }
}
