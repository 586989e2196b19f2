package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;

/** How far the modelling table may be from the one that the champion was trained on, before it is told. */
@Description("How far the modelling table may be from the one that the champion was trained on")
public record DriftConfig(
        @Description("Largest population stability index of a feature or the target")
        @Default("0.25")
        @Range(above = 0, max = 100)
        double psi,

        @Description("Largest difference of the share of any one category") @Default("20%")
        Percentage lInfinity,

        @Description("Largest share of rows with a category that the champion's table did not have") @Default("5%")
        Percentage newCategories,

        @Description("Largest difference of the shares of missing values") @Default("10%")
        Percentage missing,

        @Description("Largest change of the number of rows, either way, of the champion's") @Default("50%")
        Percentage growth,

        @Description("What follows where it is further") @Default("warning")
        Severity severity) {}
