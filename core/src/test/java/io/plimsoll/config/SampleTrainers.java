package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.LinearSettings;
import io.plimsoll.train.NaiveSettings;
import io.plimsoll.train.RandomForestSettings;
import java.util.Map;

/** Two trainers' settings, real records as a trainer declares them. */
final class SampleTrainers {
    static final Map<String, Class<? extends Record>> ALL =
            Map.of("gradient-boosted-trees", Trees.class, "linear", Linear.class);

    /** Those of the trainers that the engines bring. */
    static final Map<String, Class<? extends Record>> BUILT_IN = Map.of(
            "gradient-boosted-trees", GradientBoostedTreesSettings.class,
            "random-forest", RandomForestSettings.class,
            "linear", LinearSettings.class,
            "naive", NaiveSettings.class);

    private SampleTrainers() {}

    @Description("Settings of gradient-boosted-trees")
    record Trees(
            @Description("Number of trees") @Default("250") @Range(min = 1, max = 10_000)
            int trees,

            @Description("Most splits between root and leaf") @Default("4") @Range(min = 1, max = 16)
            int depth,

            @Description("Share of each tree's correction that is kept") @Default("0.05") @Range(above = 0, max = 1)
            double learningRate,

            @Description("Share of the rows that each tree sees") @Default("100%")
            Percentage subsample) {}

    @Description("Settings of linear")
    record Linear(
            @Description("Weight of the L2 penalty") @Default("1") @Range(min = 0)
            double penalty,

            @Description("Whether features are scaled first") @Default("true")
            boolean scale,

            @Description("Most iterations") @Default("100") @Range(min = 1)
            long iterations) {}
}
