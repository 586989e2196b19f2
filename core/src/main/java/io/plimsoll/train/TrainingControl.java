package io.plimsoll.train;

/**
 * What the surroundings give to a trainer. Neither threads nor progress may change the model.
 *
 * @param seed the run's one source of randomness
 * @param threads most threads to use, at least 1
 * @param progress is told how far the training is
 */
public record TrainingControl(long seed, int threads, Rounds progress) {
    /** Takes the rounds of a training, one after the other. */
    @FunctionalInterface
    public interface Rounds {
        /**
         * @param rounds done so far
         * @param all as many as there will be at most, at least 1
         */
        void done(int rounds, int all);
    }
}
