package io.plimsoll.card;

import io.plimsoll.card.Bins.Bin;
import io.plimsoll.card.Plot.Axis;
import io.plimsoll.card.Plot.Point;
import io.plimsoll.evaluate.JudgedRows;
import io.plimsoll.guard.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What was predicted beside what was true, and how predictions err; on the scale on which the model was fitted. */
final class RegressionCharts {
    private static final int PREDICTION_BINS = 10;
    private static final int BARS = 15;

    /** Errors beyond these shares of the rows are counted in the outermost bars. */
    private static final double TAIL = 0.03;

    private final boolean isLog;
    private final DoubleUnaryOperator scale;

    RegressionCharts(boolean isLog) {
        this.isLog = isLog;
        this.scale = isLog ? StrictMath::log1p : y -> y;
    }

    void write(JudgedRows rows, Html html) {
        predictedAndActual(Bins.of(rows, PREDICTION_BINS, scale), html);
        errors(rows, html);
    }

    private void predictedAndActual(List<Bin> bins, Html html) {
        double low = bins.stream()
                .mapToDouble(bin -> Math.min(bin.prediction(), bin.target() - bin.spread()))
                .min()
                .getAsDouble();
        double high = bins.stream()
                .mapToDouble(bin -> Math.max(bin.prediction(), bin.target() + bin.spread()))
                .max()
                .getAsDouble();
        double from = isLog ? Math.max(0, low) : low;
        Plot plot = new Plot("Actual by predicted value", axis("predicted", from, high), axis("actual", from, high));
        plot.line("guide", List.of(new Point(from, from), new Point(high, high)));
        bins.forEach(bin -> plot.whisker(bin.prediction(), bin.target() - bin.spread(), bin.target() + bin.spread()));
        bins.forEach(bin -> plot.dot(new Point(bin.prediction(), bin.target())));
        plot.writeTo(
                html,
                "Predicted and actual",
                "Each point is the mean of about " + bins.get(0).rows()
                        + " rows with alike predictions; its line reaches one standard deviation up and down. On the dashed line"
                        + " predictions are right on average." + (isLog ? " Means are taken of log(1 + y)." : ""));
    }

    private void errors(JudgedRows rows, Html html) {
        double[] errors = IntStream.range(0, rows.target().length)
                .mapToDouble(
                        row -> scale.applyAsDouble(rows.target()[row]) - scale.applyAsDouble(rows.prediction()[row]))
                .sorted()
                .toArray();
        int tail = Math.max(Bins.FEWEST_ROWS - 1, (int) (errors.length * TAIL));
        double low = errors[Math.min(tail, errors.length / 2)];
        double high = errors[Math.max(errors.length - 1 - tail, errors.length / 2)];
        if (high <= low) {
            return;
        }
        double width = (high - low) / BARS;
        long[] counts = new long[BARS];
        Arrays.stream(errors)
                .mapToInt(error -> (int) Math.max(0, Math.min(BARS - 1, Math.floor((error - low) / width))))
                .forEach(bar -> counts[bar]++);
        double most = Arrays.stream(counts).max().getAsLong() / (double) errors.length;
        String name = isLog ? "log(1 + actual) − log(1 + predicted)" : "actual − predicted";
        Plot plot =
                new Plot("How predictions err", Ticks.linear(name, low, high), Ticks.linear("share of rows", 0, most));
        for (int bar = 0; bar < BARS; bar++) {
            if (counts[bar] >= Bins.FEWEST_ROWS) {
                plot.bar(low + bar * width, low + (bar + 1) * width, counts[bar] / (double) errors.length);
            }
        }
        plot.writeTo(
                html,
                "Residuals",
                "Right of 0 the prediction was too low. The outermost bars hold everything beyond them, about "
                        + Figures.percent(TAIL) + " of the rows on each side; a bar of fewer than "
                        + Bins.FEWEST_ROWS + " rows is not drawn.");
    }

    private Axis axis(String name, double from, double to) {
        return isLog ? Ticks.log1p(name, from, to) : Ticks.linear(name, from, to);
    }
}
