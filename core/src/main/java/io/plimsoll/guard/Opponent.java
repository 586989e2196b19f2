package io.plimsoll.guard;

import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Task;
import java.util.Locale;

/** Whom a candidate is measured against on the same holdout rows. */
public sealed interface Opponent {
    /** As written in config files: {@code champion}, {@code median}. */
    String label();

    /** Whether it is a registered version: nothing is registered for naive models and the candidate's own training rows. */
    default boolean isVersion() {
        return !(this instanceof Naive || this instanceof Training);
    }

    /** The version that holds the alias {@code champion} when the run begins to evaluate. */
    record Champion() implements Opponent {
        @Override
        public String label() {
            return "champion";
        }
    }

    /** The version that holds another alias. */
    record Alias(String name) implements Opponent {
        @Override
        public String label() {
            return name;
        }
    }

    /** One version, by its number. */
    record Version(int number) implements Opponent {
        @Override
        public String label() {
            return "version " + number;
        }
    }

    /** The version with the highest number, whatever its aliases. */
    record LastRegistered() implements Opponent {
        @Override
        public String label() {
            return "last-registered";
        }
    }

    /** The candidate itself on the rows that it was trained on: how much worse it is on rows that it has not seen bounds its overfitting. */
    record Training() implements Opponent {
        @Override
        public String label() {
            return "train";
        }
    }

    /** A model that knows only the target's distribution on the training rows. */
    enum Naive implements Opponent {
        MEAN(Task.REGRESSION),
        MEDIAN(Task.REGRESSION),
        /** The share of positive rows. */
        PRIOR(Task.CLASSIFICATION);

        private final Task task;

        Naive(Task task) {
            this.task = task;
        }

        public Task task() {
            return task;
        }

        /** What it predicts for every row. */
        public double predictionFrom(Baseline baseline) {
            return this == MEDIAN ? baseline.median() : baseline.mean();
        }

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
