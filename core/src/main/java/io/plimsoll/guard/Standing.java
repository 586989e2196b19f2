package io.plimsoll.guard;

import io.plimsoll.metric.ScoredRows;

/** What an opponent can be held against a candidate with. */
public sealed interface Standing {
    /**
     * The opponent's predictions for the candidate's holdout rows.
     *
     * @param prediction one entry a holdout row; whatever it is where {@code comparable} is false
     * @param comparable false for rows that the opponent was trained on or cannot score
     */
    record Scored(double[] prediction, boolean[] comparable) implements Standing {}

    /** Figures on rows of other groups than the candidate's, so that nothing can be paired. */
    record Unpaired(ScoredRows rows) implements Standing {}

    /** There is no such opponent yet. */
    record Absent() implements Standing {}

    /**
     * There is one, but it cannot be compared.
     *
     * @param why one sentence, with what to do
     */
    record NotComparable(FindingCode code, String why) implements Standing {}
}
