package io.plimsoll.guard;

import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import org.jspecify.annotations.Nullable;

/**
 * Who is held against whom.
 *
 * @param own the candidate, on the rows that count
 * @param other the opponent; absent for a rule against a number
 * @param paired whether both are measured on identical rows
 * @param dropped rows that were left out
 */
record Sides(Metering own, @Nullable Metering other, boolean paired, int dropped) {
    static Sides alone(Metering own) {
        return new Sides(own, null, true, 0);
    }

    /** Against predictions for the candidate's rows, on those that are comparable. */
    static Sides against(Metering candidate, Standing.Scored opponent) {
        ScoredRows all = candidate.rows();
        Metering own = candidate.on(all.where(opponent.comparable()));
        Metering other = candidate.on(all.withPrediction(opponent.prediction()).where(opponent.comparable()));
        return new Sides(own, other, true, all.rows() - own.rows().rows());
    }

    static Sides unpaired(Metering candidate, ScoredRows others) {
        return new Sides(candidate, candidate.on(others), false, 0);
    }

    /** The candidate's rows that are kept, and of paired ones the opponent's. */
    Sides where(boolean[] kept) {
        Metering others =
                other == null || !paired ? other : other.on(other.rows().where(kept));
        return new Sides(own.on(own.rows().where(kept)), others, paired, dropped);
    }
}
