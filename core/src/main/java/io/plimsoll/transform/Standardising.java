package io.plimsoll.transform;

import io.plimsoll.config.FeaturesConfig.Rescale;
import io.plimsoll.data.Selection;
import io.plimsoll.data.TrainingSet;
import java.util.List;

/** Measures what a number is rescaled by, over the training rows in their order; missing values are left out. */
final class Standardising {
    private final boolean logarithm;
    private double sum;
    private double squares;
    private double count;

    private Standardising(boolean logarithm) {
        this.logarithm = logarithm;
    }

    static Rescaling of(String column, Rescale rescale, TrainingSet training) {
        boolean logarithm = rescale != Rescale.STANDARDISE;
        if (rescale == Rescale.LOG) {
            return new Rescaling(true, 0, 1);
        }
        Standardising first = new Standardising(logarithm);
        first.scan(column, training, 0);
        double mean = first.count == 0 ? 0 : first.sum / first.count;
        Standardising second = new Standardising(logarithm);
        second.scan(column, training, mean);
        float spread = second.count == 0 ? 0 : (float) Math.sqrt(second.squares / second.count);
        // a column that does not vary is shifted only
        return new Rescaling(logarithm, (float) mean, spread > 0 ? spread : 1);
    }

    private void scan(String column, TrainingSet training, double centre) {
        training.rows().scan(new Selection(List.of(column), List.of()), batch -> {
            double[] values = batch.numbers().get(0);
            for (int row = 0; row < batch.rows(); row++) {
                if (Double.isFinite(values[row])) {
                    double value = logarithm ? Rescaling.logarithm(values[row]) : values[row];
                    sum += value - centre;
                    squares += (value - centre) * (value - centre);
                    count++;
                }
            }
        });
    }
}
