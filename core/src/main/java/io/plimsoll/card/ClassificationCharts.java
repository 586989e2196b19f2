package io.plimsoll.card;

import io.plimsoll.card.Bins.Bin;
import io.plimsoll.card.Plot.Point;
import io.plimsoll.evaluate.JudgedRows;
import java.util.ArrayList;
import java.util.List;

/** How well probabilities are meant, and how well they part the classes. */
final class ClassificationCharts {
    private static final int CALIBRATION_BINS = 10;
    private static final int ROC_BINS = 50;
    private static final List<Point> DIAGONAL = List.of(new Point(0, 0), new Point(1, 1));

    private ClassificationCharts() {}

    static void write(JudgedRows rows, Html html) {
        calibration(Bins.of(rows, CALIBRATION_BINS, y -> y), html);
        roc(Bins.of(rows, ROC_BINS, y -> y), html);
    }

    private static void calibration(List<Bin> bins, Html html) {
        Plot plot = new Plot(
                "Share of class 1 by predicted probability",
                Ticks.share("mean predicted probability"),
                Ticks.share("share of class 1"));
        plot.line("guide", DIAGONAL);
        List<Point> points = bins.stream()
                .map(bin -> new Point(bin.prediction(), bin.target()))
                .toList();
        plot.line("curve", points);
        points.forEach(plot::dot);
        plot.writeTo(
                html,
                "Calibration",
                "Each point stands for about " + bins.get(0).rows()
                        + " rows with alike predictions. On the dashed line the predicted probability is the share that came true.");
    }

    private static void roc(List<Bin> bins, Html html) {
        double positives =
                bins.stream().mapToDouble(ClassificationCharts::positive).sum();
        double negatives = bins.stream().mapToDouble(Bin::weight).sum() - positives;
        if (positives <= 0 || negatives <= 0) {
            return;
        }
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        double found = 0;
        double mistaken = 0;
        for (int i = bins.size() - 1; i >= 0; i--) {
            found += positive(bins.get(i));
            mistaken += bins.get(i).weight() - positive(bins.get(i));
            points.add(new Point(mistaken / negatives, found / positives));
        }
        Plot plot = new Plot(
                "Receiver operating characteristic",
                Ticks.share("false positive rate"),
                Ticks.share("true positive rate"));
        plot.line("guide", DIAGONAL);
        plot.line("curve", points);
        plot.writeTo(
                html,
                "ROC",
                "Drawn through " + bins.size()
                        + " thresholds, between any two of which lie at least " + Bins.FEWEST_ROWS
                        + " rows. On the dashed line a model would rank by chance.");
    }

    private static double positive(Bin bin) {
        return bin.target() * bin.weight();
    }
}
