package io.plimsoll.train;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;

/** Settings of the trainer {@code gradient-boosted-trees}. */
@Description("Settings of gradient-boosted-trees")
public record GradientBoostedTreesSettings(
        @Description("Number of trees") @Default("250") @Range(min = 1, max = 10_000)
        int trees,

        @Description("Most splits between a tree's root and a leaf") @Default("4") @Range(min = 1, max = 16)
        int depth,

        @Description("Share of each tree's correction that is kept") @Default("0.05") @Range(above = 0, max = 1)
        double learningRate,

        @Description("Share of the rows that each tree sees") @Default("1") @Range(above = 0, max = 1)
        double subsample,

        @Description("Share of the feature columns that each tree sees") @Default("1") @Range(above = 0, max = 1)
        double columnSample,

        @Description("Least sum of row weights, or of second derivatives for classification, in a leaf")
        @Default("1")
        @Range(min = 0, max = 1e9)
        double minChildWeight,

        @Description("L1 penalty on leaf values") @Default("0") @Range(min = 0, max = 1e9)
        double l1,

        @Description("L2 penalty on leaf values") @Default("1") @Range(min = 0, max = 1e9)
        double l2,

        @Description("Least gain in loss for which a leaf is split") @Default("0") @Range(min = 0, max = 1e9)
        double minSplitGain,

        @Description("Most intervals into which a numeric feature is cut before training")
        @Default("256")
        @Range(min = 2, max = 65_536)
        int bins) {}
