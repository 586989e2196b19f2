package io.plimsoll.step;

import java.util.Locale;

/**
 * How far a step is.
 *
 * @param done of {@code all}, which is at least 1
 */
public record Progress(long done, long all, Unit unit) {
    /** What is counted. */
    public enum Unit {
        ROWS,
        ROUNDS,
        FOLDS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Progress {
        if (done < 0 || done > all || all < 1) {
            throw new IllegalArgumentException(done + " of " + all);
        }
    }

    /** 0 to 1. */
    public double share() {
        return (double) done / all;
    }

    /** For people: {@code 120 of 250 rounds}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %,d %s", done, all, unit);
    }
}
