package io.plimsoll.server.pages.line;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure and its line on one short scale, better to the right.
 *
 * <p><b>Units</b>: places from 0 to 100.
 *
 * @param line absent where there is none
 */
public record Gauge(AgainstLine figure, String at, @Nullable String line) {
    private static final double MIDDLE = 50;
    private static final double SPAN = 40;

    /** The line stands in the middle; an end of the scale is a fifth of the line away, or as far as the figure is. */
    public static Gauge of(AgainstLine figure) {
        Double line = figure.line();
        if (line == null) {
            return new Gauge(figure, place(MIDDLE), null);
        }
        double gain = figure.isLoss() ? line - figure.value() : figure.value() - line;
        double reach = Math.max(Math.abs(line) / 5, Math.abs(gain));
        return new Gauge(figure, place(MIDDLE + (reach == 0 ? 0 : SPAN * gain / reach)), place(MIDDLE));
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
