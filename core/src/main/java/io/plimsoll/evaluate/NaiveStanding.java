package io.plimsoll.evaluate;

import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a naive model predicts for the rows that judge.
 *
 * <p>Out of folds, {@code mean} and {@code median} are those of the rows that the row's own model was fitted to. {@code prior} is one share for
 * all rows, that of the labelled rows: a share of its own for each fold would rank rows by their fold, lowest where most are positive, and so
 * give the naive model an auc below 0.5 that anything can beat. Losses against it are a little harder for that, never easier. <b>Source</b>:
 * Parker, Günter and Bedo (2007), Stratification bias in low signal microarray studies.
 */
final class NaiveStanding {
    private final Candidate candidate;

    NaiveStanding(Candidate candidate) {
        this.candidate = candidate;
    }

    Standing of(Opponent.Naive naive) {
        double[] predictions = IntStream.range(0, candidate.holdout().rows().rows())
                .mapToDouble(predicting(naive))
                .toArray();
        boolean[] comparable = new boolean[predictions.length];
        Arrays.fill(comparable, true);
        return new Standing.Scored(predictions, comparable);
    }

    private IntToDoubleFunction predicting(Opponent.Naive naive) {
        Folding folding = candidate.holdout().folding();
        return folding == null || naive == Opponent.Naive.PRIOR
                ? row -> naive.predictionFrom(candidate.yardsticks().baseline())
                : row -> naive.predictionFrom(folding.baseline(row));
    }
}
