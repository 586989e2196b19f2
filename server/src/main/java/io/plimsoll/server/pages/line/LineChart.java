package io.plimsoll.server.pages.line;

import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Versions as points over the line that each was held against, in the order of their numbers: the Plimsoll line of a model.
 *
 * <p><b>Units</b>: places are those of a drawing of {@link #WIDTH} by {@link #HEIGHT}, written with one decimal.
 *
 * @param line corners of the line, as SVG takes them; empty where there is none
 * @param beyond corners of the side on which no version should be
 */
public record LineChart(
        String metric, boolean isLoss, List<Point> points, List<Tick> ticks, String line, String beyond) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 250;

    /** So many of the latest versions are drawn; the list has them all. */
    public static final int MOST = 60;

    private static final double LEFT = 58;
    private static final double RIGHT = 704;
    private static final double TOP = 16;
    private static final double BOTTOM = 214;
    private static final int TICKS = 5;
    private static final double[] ROUND = {1, 2, 5};
    private static final int MOST_LABELS = 16;

    public LineChart {
        points = List.copyOf(points);
        ticks = List.copyOf(ticks);
    }

    /** @param label the version's number; empty where numbers would stand too close */
    public record Point(
            int version, String x, String y, String label, boolean isChampion, boolean isMet, String told) {}

    /** A label of the upward axis. */
    public record Tick(String y, String label) {}

    private record Place(ModelVersion version, AgainstLine figure) {}

    /** Empty of points where no version has a figure. */
    public static LineChart of(List<ModelVersion> newestFirst) {
        List<Place> places = newestFirst.stream()
                .limit(MOST)
                .flatMap(version -> AgainstLine.of(version).stream().map(figure -> new Place(version, figure)))
                .sorted(Comparator.comparingInt(place -> place.version().version()))
                .toList();
        if (places.isEmpty()) {
            return new LineChart("", false, List.of(), List.of(), "", "");
        }
        AgainstLine latest = places.get(places.size() - 1).figure();
        List<Place> alike = places.stream()
                .filter(place -> place.figure().metric().equals(latest.metric()))
                .toList();
        return new Drawing(alike).chart(latest);
    }

    /** Lays versions out; {@code low} and {@code high} are the ends of the upward axis. */
    private static final class Drawing {
        private final List<Place> places;
        private final double low;
        private final double high;

        Drawing(List<Place> places) {
            this.places = places;
            double[] all = places.stream()
                    .map(Place::figure)
                    .flatMap(figure -> figure.line() == null
                            ? Stream.of(figure.value())
                            : Stream.of(figure.value(), figure.line()))
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double least = all[0];
            double most = all[all.length - 1];
            double air = most > least ? (most - least) * 0.25 : Math.max(Math.abs(most) * 0.1, 1e-6);
            this.low = least - air;
            this.high = most + air;
        }

        LineChart chart(AgainstLine latest) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                points.add(point(i));
            }
            List<Tick> ticks = new ArrayList<>();
            double step = step();
            for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
                ticks.add(new Tick(number(y(i * step)), Figures.of(i * step)));
            }
            List<Corner> corners = corners();
            String line = corners.stream().map(Corner::text).collect(Collectors.joining(" "));
            String beyond = corners.isEmpty() ? "" : line + " " + edge(corners, latest.isLoss() ? TOP : BOTTOM);
            return new LineChart(latest.metric(), latest.isLoss(), points, ticks, line, beyond);
        }

        private Point point(int index) {
            Place place = places.get(index);
            AgainstLine figure = place.figure();
            int version = place.version().version();
            boolean isLabelled = index % Math.max(1, (places.size() + MOST_LABELS - 1) / MOST_LABELS) == 0;
            boolean isChampion = place.version().aliases().contains(ModelVersion.CHAMPION);
            String line = figure.line() == null ? "" : ", line " + Figures.of(figure.line());
            return new Point(
                    version,
                    number(x(index)),
                    number(y(figure.value())),
                    isLabelled ? "@" + version : "",
                    isChampion,
                    figure.isMet(),
                    "@" + version + (isChampion ? ", champion" : "") + ": " + figure.metric() + " "
                            + Figures.of(figure.value()) + line);
        }

        private record Corner(double x, double y) {
            String text() {
                return number(x) + "," + number(y);
            }
        }

        /** A step for each version that has a line. */
        private List<Corner> corners() {
            double half = (RIGHT - LEFT) / places.size() / 2;
            List<Corner> corners = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                Double line = places.get(i).figure().line();
                if (line != null) {
                    corners.add(new Corner(x(i) - half, y(line)));
                    corners.add(new Corner(x(i) + half, y(line)));
                }
            }
            return corners;
        }

        private static String edge(List<Corner> corners, double height) {
            Corner last = corners.get(corners.size() - 1);
            return new Corner(last.x(), height).text() + " "
                    + new Corner(corners.get(0).x(), height).text();
        }

        private double x(int index) {
            return LEFT + (RIGHT - LEFT) * (index + 0.5) / places.size();
        }

        private double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low);
        }

        /** 1, 2 or 5 of some unit, so that there are about {@value #TICKS} of it. */
        private double step() {
            double least = (high - low) / TICKS;
            double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
            for (double round : ROUND) {
                if (unit * round >= least) {
                    return unit * round;
                }
            }
            return unit * 10;
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
