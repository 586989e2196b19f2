package io.plimsoll.cli.show;

import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.data.Level;
import io.plimsoll.data.NumberFigures;
import io.plimsoll.guard.Figures;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A dataset in figures, a line for each column. */
public final class ProfileShow {
    private static final int LEVELS_SHOWN = 3;
    private static final int LONGEST_LEVEL = 20;
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final Style style;

    public ProfileShow(Style style) {
        this.style = style;
    }

    public String text(DatasetProfile profile) {
        Table table =
                new Table(style, "column", "type", "missing", "distinct", "mean", "least", "median", "most", "spread");
        for (ColumnFigures column : profile.columns()) {
            NumberFigures numbers = column.numbers();
            table.row(
                    column.name(),
                    column.type(),
                    Figures.percent(profile.rows() == 0 ? 0 : (double) column.missing() / profile.rows()),
                    String.format(Locale.ROOT, "%,d", column.distinct()),
                    numbers == null ? "-" : Figures.of(numbers.mean()),
                    numbers == null ? "-" : Figures.of(numbers.least()),
                    numbers == null ? "-" : Figures.of(numbers.median()),
                    numbers == null ? "-" : Figures.of(numbers.most()),
                    numbers == null ? levels(column, profile.rows()) : bars(numbers.histogram()));
        }
        return table.text();
    }

    /** Twenty bins as bars, the fullest of full height; a bin with any row has a bar. */
    static String bars(List<Long> histogram) {
        if (histogram.isEmpty()) {
            return "-";
        }
        double most = Collections.max(histogram);
        return histogram.stream()
                .map(rows -> rows == 0 ? " " : BARS.substring(height(rows / most), height(rows / most) + 1))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    private static int height(double share) {
        return (int) Math.min(BARS.length() - 1, Math.floor(share * BARS.length()));
    }

    private static String levels(ColumnFigures column, long rows) {
        if (column.levels().isEmpty()) {
            return "-";
        }
        String shown = column.levels().stream()
                .limit(LEVELS_SHOWN)
                .map(level -> shortened(level.value()) + " " + share(level, rows))
                .collect(Collectors.joining(", "));
        return shown + (column.distinct() > LEVELS_SHOWN ? ", …" : "");
    }

    private static String share(Level level, long rows) {
        return Math.round(100.0 * level.rows() / rows) + "%";
    }

    private static String shortened(String value) {
        String line = value.replaceAll("[\\p{Cc}\\s]+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_LEVEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LEVEL - 1)) + "…";
    }
}
