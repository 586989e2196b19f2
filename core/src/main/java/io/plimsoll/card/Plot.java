package io.plimsoll.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A chart with two axes, drawn as SVG.
 *
 * <p><b>Units</b>: callers draw in the units of the axes; coordinates are written with one decimal, in any locale alike.
 */
final class Plot {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 300;
    private static final double LEFT = 52;
    private static final double RIGHT = 346;
    private static final double TOP = 12;
    private static final double BOTTOM = 254;

    private final Axis across;
    private final Axis up;
    private final Html svg = new Html();

    /**
     * An axis.
     *
     * @param ticks labels by the place where they stand, in order
     */
    record Axis(String name, double from, double to, Map<Double, String> ticks) {}

    /** A place in the chart. */
    record Point(double x, double y) {}

    /** @param described what the chart shows, for those who cannot see it */
    Plot(String described, Axis across, Axis up) {
        this.across = across;
        this.up = up;
        svg.open("svg", "viewBox", "0 0 " + number(WIDTH) + " " + number(HEIGHT), "role", "img");
        svg.element("title", described);
        axes();
    }

    void line(String style, List<Point> points) {
        String places = points.stream()
                .map(point -> number(x(point.x())) + "," + number(y(point.y())))
                .collect(Collectors.joining(" "));
        svg.empty("polyline", "class", style, "points", places);
    }

    void dot(Point point) {
        svg.empty("circle", "class", "dot", "cx", number(x(point.x())), "cy", number(y(point.y())), "r", "3.5");
    }

    /** A line up and down through one place, from one height to another. */
    void whisker(double x, double low, double high) {
        line("whisker", List.of(new Point(x, low), new Point(x, high)));
    }

    /** A bar from the lower axis. */
    void bar(double from, double to, double height) {
        double left = x(from) + 0.5;
        svg.empty(
                "rect",
                "class",
                "bar",
                "x",
                number(left),
                "y",
                number(y(height)),
                "width",
                number(Math.max(0.5, x(to) - 0.5 - left)),
                "height",
                number(y(up.from()) - y(height)));
    }

    /** The chart with a caption under it. */
    void writeTo(Html html, String title, String caption) {
        html.open("figure").element("h3", title).raw(svg.toString()).raw("</svg>\n");
        html.element("figcaption", caption).close("figure");
    }

    private void axes() {
        across.ticks().forEach((place, label) -> {
            String x = number(x(place));
            svg.empty("line", "class", "grid", "x1", x, "x2", x, "y1", number(TOP), "y2", number(BOTTOM));
            svg.element("text", label, "x", x, "y", number(BOTTOM + 16), "text-anchor", "middle");
        });
        up.ticks().forEach((place, label) -> {
            String y = number(y(place));
            svg.empty("line", "class", "grid", "x1", number(LEFT), "x2", number(RIGHT), "y1", y, "y2", y);
            svg.element("text", label, "x", number(LEFT - 6), "y", number(y(place) + 4), "text-anchor", "end");
        });
        String middle = number((LEFT + RIGHT) / 2);
        svg.element("text", across.name(), "x", middle, "y", number(HEIGHT - 8), "text-anchor", "middle");
        double centre = (TOP + BOTTOM) / 2;
        String turn = "rotate(-90 12 " + number(centre) + ")";
        svg.element("text", up.name(), "x", "12", "y", number(centre), "text-anchor", "middle", "transform", turn);
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * within(value, across);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * within(value, up);
    }

    /** Where on an axis, 0 to 1; what lies beyond an end is drawn at the end. */
    private static double within(double value, Axis axis) {
        return Math.max(0, Math.min(1, (value - axis.from()) / (axis.to() - axis.from())));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
