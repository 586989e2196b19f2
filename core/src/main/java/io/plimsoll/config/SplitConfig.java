package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.HeldValue;
import io.plimsoll.data.Partition;
import io.plimsoll.data.TimeSplit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How labelled rows are parted into those that train and those that judge. Which kind is meant follows from its first key. */
public sealed interface SplitConfig {
    /** Fewest groups that labelled rows may lie in. */
    int minGroups();

    /** What parts rows whose groups are the values of a column. */
    Partition partition(String group);

    /**
     * Whole groups by a salted hash: the same group is on the same side in every run, however the data grow.
     *
     * @param holdout expected share of groups that judge
     * @param salt never null in a model type's resolved config
     */
    @Description("Whole groups by a salted hash")
    record Holdout(
            @Description("Share of the groups that is kept back to judge") @Range(min = 0.01, max = 0.90)
            Percentage holdout,

            @Description("Text that decides which groups are kept back; default: the registered model's name") @Nullable
            String salt,

            @Description("Fewest groups that the labelled rows lie in") @Default("10") @Range(min = 2, max = 1e9)
            int minGroups)
            implements SplitConfig {
        @Override
        public Partition partition(String group) {
            return new GroupHash(
                    group, Objects.requireNonNull(salt, "a resolved split has a salt"), holdout.fraction());
        }
    }

    /**
     * As a column says: the rows with one value judge, all others train. A group must not be on both sides.
     *
     * @param holdout the value, in its text form
     */
    @Description("As a column says")
    record Column(
            @Description("The column of the modelling table that parts the rows")
            String column,

            @Description("The value of the rows that are kept back to judge")
            Label holdout,

            @Description("Fewest groups that the labelled rows lie in") @Default("10") @Range(min = 2, max = 1e9)
            int minGroups)
            implements SplitConfig {
        @Override
        public Partition partition(String group) {
            return new HeldValue(column, holdout.text());
        }
    }

    /**
     * By time: the rows from a time on judge, earlier ones train, and groups with rows on both sides train nowhere.
     *
     * @param from a number, a date or a timestamp, in its text form
     */
    @Description("By time: later rows judge, earlier ones train")
    record Time(
            @Description("From when on rows judge: a number, a date or a timestamp; earlier ones train")
            Label from,

            @Description("The column of the modelling table that says when a row is from")
            String on,

            @Description("How long before that rows are left out: in the unit of the column, in days for dates")
            @Default("0")
            @Range(min = 0, max = 1e9)
            double gap,

            @Description("Fewest groups that the labelled rows lie in") @Default("10") @Range(min = 2, max = 1e9)
            int minGroups)
            implements SplitConfig {
        @Override
        public Partition partition(String group) {
            return new TimeSplit(from.text(), on, gap, group);
        }
    }

    /**
     * Whole groups dealt to folds by a salted hash: the same group is in the same fold in every run, however the data grow. Every labelled row
     * judges, and the registered model is fitted on all of them.
     *
     * @param folds number of folds
     * @param salt never null in a model type's resolved config
     */
    @Description("Whole groups dealt to folds, each judged by a model fitted on the others")
    record Folds(
            @Description("Number of folds that judge in turn; the registered model is then fitted on all labelled rows")
            @Range(min = 2, max = 50)
            int folds,

            @Description("Text that decides which groups share a fold; default: the registered model's name") @Nullable
            String salt,

            @Description("Fewest groups that the labelled rows lie in") @Default("10") @Range(min = 2, max = 1e9)
            int minGroups)
            implements SplitConfig {
        @Override
        public Partition partition(String group) {
            return new GroupFolds(group, Objects.requireNonNull(salt, "a resolved split has a salt"), folds);
        }
    }
}
