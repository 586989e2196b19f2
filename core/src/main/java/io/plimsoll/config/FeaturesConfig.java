package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import java.util.ArrayList;
import java.util.List;

/** The modelling variables, in the order of the file, and how they become numbers. */
@Description("The modelling variables and how they become numbers")
public record FeaturesConfig(
        @Description("Columns used as numbers") @Default("[]")
        List<String> numeric,

        @Description("Columns used as categories, one 0/1 column for each category") @Default("[]")
        List<String> categorical,

        @Description("What stands for a value that is missing") @Default("{}")
        MissingConfig missing,

        @Description("What becomes of a category that is first met when scoring") @Default("all_zeros")
        Unseen unseen,

        @Description("Most categories of a column with a 0/1 column of their own; rarer ones become 'other'")
        @Default("50")
        @Range(min = 1, max = 1000)
        int maxLevels) {
    public FeaturesConfig {
        numeric = List.copyOf(numeric);
        categorical = List.copyOf(categorical);
    }

    /** What stands for a missing value. */
    @Description("What stands for a value that is missing")
    public record MissingConfig(
            @Description("For numbers: the median of the training rows, or nothing, which the trainer handles")
            @Default("median")
            MissingNumber numeric,

            @Description("For categories: a level of their own, or zeros in every 0/1 column") @Default("own_level")
            MissingCategory categorical) {}

    /** What stands for a missing number. */
    public enum MissingNumber {
        MEDIAN,
        KEEP
    }

    /** What stands for a missing category. */
    public enum MissingCategory {
        OWN_LEVEL,
        ALL_ZEROS
    }

    /** What becomes of a category that training did not see. */
    public enum Unseen {
        ALL_ZEROS,
        OWN_LEVEL,
        REFUSE
    }

    /** Every feature's column: numbers, then categories. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(numeric);
        columns.addAll(categorical);
        return List.copyOf(columns);
    }
}
