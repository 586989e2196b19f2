package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        int maxLevels,

        @Description("Fewest training rows of a category that counts for itself; rarer ones become 'other'")
        @Default("1")
        @Range(min = 1, max = 1_000_000)
        int minLevelRows,

        @Description("How categorical columns become numbers, by column; others one_hot") @Default("{}")
        Map<String, Encode> encode,

        @Description("The order of the categories of an ordinal column, by column; default: by their letters")
        @Default("{}")
        Map<String, List<Label>> order,

        @Description(
                "How many rows the mean of all counts for beside a category's own, where columns are encoded by target")
        @Default("20")
        @Range(min = 0, max = 1e9)
        double smoothing,

        @Description("How numeric columns are rescaled, by column; others are taken as they are") @Default("{}")
        Map<String, Rescale> rescale) {
    public FeaturesConfig {
        numeric = List.copyOf(numeric);
        categorical = List.copyOf(categorical);
        encode = Ordered.copyOf(encode);
        order = Ordered.copyOf(order);
        rescale = Ordered.copyOf(rescale);
    }

    /** Columns of which nothing is said but what they are. */
    public static FeaturesConfig of(
            List<String> numeric, List<String> categorical, MissingConfig missing, Unseen unseen, int maxLevels) {
        return new FeaturesConfig(
                numeric, categorical, missing, unseen, maxLevels, 1, Map.of(), Map.of(), 20, Map.of());
    }

    /** How a category becomes numbers. */
    public enum Encode {
        /** A 0/1 column for each category. */
        ONE_HOT,
        /** Its place in an order. */
        ORDINAL,
        /** Its share of the training rows. */
        FREQUENCY,
        /** The mean target of its training rows, drawn to the mean of all; for training rows learned out of fold. */
        TARGET
    }

    /** How a number is rescaled. */
    public enum Rescale {
        /** {@code sign(x) × ln(1 + |x|)}. */
        LOG,
        /** To mean 0 and standard deviation 1 over the training rows. */
        STANDARDISE,
        /** The logarithm first. */
        LOG_STANDARDISE
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
