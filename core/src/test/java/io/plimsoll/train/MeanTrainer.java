package io.plimsoll.train;

import io.plimsoll.artifact.Formula;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import io.plimsoll.metric.Task;
import io.plimsoll.transform.ColumnMath;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Predicts the mean of the labels that it was shown, and so much more, for every row.
 *
 * @param fits how often it was used
 * @param open models that were not closed
 */
public record MeanTrainer(AtomicInteger fits, AtomicInteger open) implements Trainer<MeanTrainer.Settings> {
    public MeanTrainer() {
        this(new AtomicInteger(), new AtomicInteger());
    }

    /** Arithmetic for tables in which no number is rescaled. */
    public static final ColumnMath NO_MATH = (graph, columns) -> {
        throw new UnsupportedOperationException();
    };

    /** Its settings. */
    @Description("Settings of the mean")
    public record Settings(
            @Description("What is added") @Default("0") @Range(min = 0, max = 9)
            int more) {}

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public String description() {
        return "The mean";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public FittedModel fit(Examples examples, Task task, Settings settings, TrainingControl control) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < examples.rows(); i++) {
            sum += examples.weights()[i] * examples.labels()[i];
            weight += examples.weights()[i];
        }
        fits.incrementAndGet();
        open.incrementAndGet();
        return new Mean((float) (sum / weight) + settings.more(), open);
    }

    private record Mean(float mean, AtomicInteger open) implements FittedModel {
        @Override
        public float[] predict(float[] features, int rows) {
            float[] predictions = new float[rows];
            Arrays.fill(predictions, mean);
            return predictions;
        }

        @Override
        public String summary() {
            return "a mean";
        }

        @Override
        public Formula formula() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SortedMap<String, byte[]> nativeFiles() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
