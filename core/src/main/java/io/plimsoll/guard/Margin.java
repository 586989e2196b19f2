package io.plimsoll.guard;

/**
 * How much better than its opponent a candidate must be, or how much worse it may be.
 *
 * @param amount at least 0: in the metric's own unit, or as a fraction of the opponent's loss
 */
public record Margin(Kind kind, double amount, Unit unit) {
    /** What the amount demands. */
    public enum Kind {
        BETTER_BY,
        WORSE_BY_AT_MOST
    }

    /** What the amount is measured in. */
    public enum Unit {
        METRIC,
        FRACTION_OF_OPPONENT
    }

    /** The least gain over the opponent that meets this margin: negative where the candidate may be worse. */
    public double leastGain() {
        return kind == Kind.BETTER_BY ? amount : -amount;
    }

    /** Whether the observed gain is on the right side: beyond the line for {@code BETTER_BY}, on or above it otherwise. */
    public boolean isMetBy(double gain) {
        return kind == Kind.BETTER_BY ? gain > leastGain() : gain >= leastGain();
    }
}
