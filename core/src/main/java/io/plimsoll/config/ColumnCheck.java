package io.plimsoll.config;

import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import org.jspecify.annotations.Nullable;

/** What one column of the modelling table must be like. Both null: it only has to be there. */
@Description("What one column of the modelling table must be like")
public record ColumnCheck(
        @Description("What the column holds") @Nullable ColumnKind type,

        @Description("Largest share of rows without a value") @Nullable
        Percentage maxMissing) {}
