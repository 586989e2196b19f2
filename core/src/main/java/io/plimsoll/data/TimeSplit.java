package io.plimsoll.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Holds out the rows from a time on. Earlier ones are kept where they lie before the gap and no row of their group is held out, among the rows
 * of the dataset that is asked; all others are on no side.
 *
 * @param from a value of the column: a number, a date such as {@code 2018-06-01} or a timestamp such as {@code 2018-06-01 12:00:00}
 * @param on the column that says when a row is from
 * @param gap how long before {@code from} rows are left out, 0 or more. <b>Units</b>: those of the column; of a date or timestamp, days
 * @param group the column whose values are not parted
 */
public record TimeSplit(String from, String on, double gap, String group) implements Partition {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /**
     * Where the values of a column are parted, as texts of its type.
     *
     * @param type INTEGER, NUMBER, DATE or TIMESTAMP
     * @param judged rows with this or a later value are held out
     * @param trained rows with an earlier value than this may be kept
     */
    public record Line(ColumnType type, String judged, String trained) {}

    /** Whether a text can be a time at all. */
    public static boolean isTime(String text) {
        return number(text).isPresent() || moment(text).isPresent();
    }

    @Override
    public List<String> columns() {
        return List.of(on, group);
    }

    /** Empty if {@code from} is not a value of a column of this type, or if the gap is not whole days where it is of dates. */
    public Optional<Line> line(ColumnType type) {
        return switch (type) {
            case INTEGER, NUMBER ->
                number(from)
                        .map(number -> new Line(
                                type,
                                number.toString(),
                                number.subtract(BigDecimal.valueOf(gap)).toString()));
            case DATE ->
                date(from)
                        .filter(date -> gap == Math.rint(gap))
                        .map(date -> new Line(
                                type,
                                date.toString(),
                                date.minusDays((long) gap).toString()));
            case TIMESTAMP ->
                moment(from)
                        .filter(moment -> gap == Math.rint(gap))
                        .map(moment -> new Line(
                                type,
                                moment.format(TIMESTAMP),
                                moment.minusDays((long) gap).format(TIMESTAMP)));
            case BOOLEAN, TEXT -> Optional.empty();
        };
    }

    /** The rows before the gap, whatever becomes of their groups. */
    public TimeSplit ofRows(String key) {
        return new TimeSplit(from, on, gap, key);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return date(text).map(LocalDate::atStartOfDay);
        }
    }
}
