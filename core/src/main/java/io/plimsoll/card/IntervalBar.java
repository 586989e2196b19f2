package io.plimsoll.card;

import io.plimsoll.guard.Figures;
import io.plimsoll.interval.Interval;

/** A figure with its interval beside the line that it is held against. */
record IntervalBar(double observed, Interval interval, double limit) {
    private static final double WIDTH = 480;
    private static final double EDGE = 40;
    private static final String MIDDLE = "24";

    void writeTo(Html html) {
        double from = Math.min(limit, Math.min(observed, interval.low()));
        double to = Math.max(limit, Math.max(observed, interval.high()));
        if (!(to > from)) {
            return;
        }
        html.open("svg", "class", "interval", "viewBox", "0 0 480 56", "role", "img");
        html.element(
                "title",
                "figure " + Figures.of(observed) + ", 95 % from " + Figures.of(interval.low()) + " to "
                        + Figures.of(interval.high()) + ", line at " + Figures.of(limit));
        String line = place(limit, from, to);
        html.empty("line", "class", "grid", "x1", "8", "x2", "472", "y1", MIDDLE, "y2", MIDDLE);
        html.empty(
                "line",
                "class",
                "whisker",
                "x1",
                place(interval.low(), from, to),
                "x2",
                place(interval.high(), from, to),
                "y1",
                MIDDLE,
                "y2",
                MIDDLE);
        html.empty("line", "class", "limit", "x1", line, "x2", line, "y1", "16", "y2", "40");
        html.empty("circle", "class", "dot", "cx", place(observed, from, to), "cy", MIDDLE, "r", "5");
        label(interval.low(), from, to, html);
        label(interval.high(), from, to, html);
        html.element("text", "line " + Figures.of(limit), "x", line, "y", "53", "text-anchor", "middle");
        html.close("svg");
    }

    private static void label(double bound, double from, double to, Html html) {
        html.element("text", Figures.of(bound), "x", place(bound, from, to), "y", "13", "text-anchor", "middle");
    }

    private static String place(double value, double from, double to) {
        return Plot.number(EDGE + (WIDTH - 2 * EDGE) * (value - from) / (to - from));
    }
}
