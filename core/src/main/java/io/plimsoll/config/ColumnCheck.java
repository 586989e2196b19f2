package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one column of the modelling table must be like. Where nothing is said, it only has to be there.
 *
 * @param allowed values in their text form; empty where any may occur
 */
@Description("What one column of the modelling table must be like")
public record ColumnCheck(
        @Description("What the column holds") @Nullable ColumnKind type,

        @Description("Largest share of rows without a value") @Nullable
        Percentage maxMissing,

        @Description("Every row must have a value") @Default("false")
        Boolean required,

        @Description("The only values that may occur, missing ones apart; by default any may") @Default("[]")
        List<Label> allowed,

        @Description("The least value that may occur, of a number") @Nullable
        Double atLeast,

        @Description("The largest value that may occur, of a number") @Nullable
        Double atMost,

        @Description("What follows where the column is not so") @Default("error")
        Severity severity) {
    public ColumnCheck {
        allowed = List.copyOf(allowed);
    }
}
