package io.plimsoll.train;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;

/** Settings of the trainer {@code naive}. */
@Description("Settings of naive")
public record NaiveSettings(
        @Description("What every row is predicted to have; for a class it is the mean, which is its share")
        @Default("median")
        Typical typical) {
    /** A typical value of a target. */
    public enum Typical {
        MEAN,
        MEDIAN
    }
}
