package io.plimsoll.split;

import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.guard.Figures;
import java.util.List;

/** Which rows judge a model. Either way no row is judged by a model that was fitted on a row of its group. */
public sealed interface Judging {
    /** Every row that judges, each once. Nothing can be fitted to this type. */
    HoldoutSet judged();

    /** Number of groups among them. */
    long groups();

    /** Rows kept back once and for all: the model that is judged is the very model that is registered. */
    record Holdout(HoldoutSet judged, long groups, LeftOut leftOut) implements Judging {}

    /**
     * Every labelled row, fold by fold: each is judged by a model that was fitted without its fold and then thrown away. The model that is
     * registered is fitted on all of them, so it is the recipe that is judged.
     *
     * @param deal what deals the groups
     * @param parts one turn for each fold, each with rows to judge and rows to learn from
     */
    record Folds(HoldoutSet judged, long groups, GroupFolds deal, List<Fold> parts) implements Judging {
        public Folds {
            parts = List.copyOf(parts);
        }

        /** What people must know who read a figure of such a model. */
        public String sentence() {
            return "judged out of " + parts.size() + " folds; fitted on all "
                    + Figures.count(judged.rows().rows(), "labelled row");
        }
    }
}
