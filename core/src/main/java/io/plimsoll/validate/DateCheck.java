package io.plimsoll.validate;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.Selection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Warns of dates that cannot be: years before {@value #FIRST} or after {@value #LAST}, in a column of dates or in one of years; and days that
 * no month has, in a column of texts of which most look like dates.
 */
final class DateCheck {
    private static final int FIRST = 1900;
    private static final int LAST = 2100;
    private static final int MOST_DAYS = 100_000;
    private static final int LENGTH = "2021-02-31".length();
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Dataset table;
    private final DataFaults faults;

    DateCheck(Dataset table, DataFaults faults) {
        this.table = table;
        this.faults = faults;
    }

    void check(Column column) {
        if (column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP) {
            checkDates(column.name());
        } else if (column.type() == ColumnType.TEXT) {
            checkTexts(column.name());
        } else if (column.type() != ColumnType.BOOLEAN && isNamedYear(column.name())) {
            checkYears(column.name());
        }
    }

    private void checkDates(String column) {
        long[] outside = {0};
        table.scan(new Selection(List.of(), List.of(column)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                outside[0] += isOutside(batch.texts().get(0)[row]) ? 1 : 0;
            }
        });
        report(column, outside[0], "a date");
    }

    private void checkYears(String column) {
        double usual = table.median(column);
        if (!(usual >= FIRST && usual <= LAST)) {
            return;
        }
        long[] outside = {0};
        table.scan(new Selection(List.of(column), List.of()), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                double year = batch.numbers().get(0)[row];
                outside[0] += year < FIRST || year > LAST ? 1 : 0;
            }
        });
        report(column, outside[0], "a year");
    }

    private void report(String column, long rows, String what) {
        if (rows > 0) {
            faults.warn(
                    faults.count(rows, "row") + " of " + table.rows() + " with " + what + " before " + FIRST
                            + " or after " + LAST,
                    column,
                    "mend the source, or make them NULL in data.query; such a date often stands for a missing one");
        }
    }

    /** A column of dates has few different ones, however many rows there are. */
    private void checkTexts(String column) {
        if (table.summary(column).distinct() > MOST_DAYS) {
            return;
        }
        long[] seen = new long[3];
        for (Level level : table.levels(column)) {
            String text = level.value();
            boolean shaped = text.length() >= LENGTH
                    && SHAPE.matcher(text.substring(0, LENGTH)).matches();
            seen[0] += level.rows();
            seen[1] += shaped ? level.rows() : 0;
            seen[2] += shaped && !isDate(text.substring(0, LENGTH)) ? level.rows() : 0;
        }
        if (seen[2] > 0 && 2 * seen[1] > seen[0]) {
            faults.warn(
                    faults.count(seen[2], "row") + " of " + table.rows()
                            + " with a date that no calendar has, such as 30 February,"
                            + " which makes the column text",
                    column,
                    "mend the source, or CAST it in data.query");
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Years of other than four digits are written with more characters before the first dash, or behind the day. */
    private static boolean isOutside(@Nullable String date) {
        if (date == null) {
            return false;
        }
        boolean plain = date.length() >= LENGTH
                && SHAPE.matcher(date.substring(0, LENGTH)).matches()
                && !date.endsWith("(BC)");
        int year = plain ? Integer.parseInt(date.substring(0, 4)) : 0;
        return year < FIRST || year > LAST;
    }

    private static boolean isNamedYear(String column) {
        return column.toLowerCase(Locale.ROOT).matches("(.*[^a-z])?year");
    }
}
