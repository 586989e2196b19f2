package io.plimsoll.train;

import io.plimsoll.config.TrainerSettings;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import java.util.List;

/** Settings of the trainer {@code random-forest}. */
@Description("Settings of random-forest")
public record RandomForestSettings(
        @Description("Number of trees that are averaged") @Default("300") @Range(min = 1, max = 10_000)
        int trees,

        @Description("Most splits between a tree's root and a leaf") @Default("12") @Range(min = 1, max = 30)
        int depth,

        @Description("Share of the rows that each tree sees, drawn without putting back")
        @Default("0.632")
        @Range(above = 0, max = 1)
        double subsample,

        @Description("Share of the feature columns that each split may choose from")
        @Default("0.33")
        @Range(above = 0, max = 1)
        double columnSample,

        @Description("Least sum of row weights in a leaf, where a row weighs 1 on average")
        @Default("3")
        @Range(min = 0, max = 1e9)
        double minLeafWeight,

        @Description("Most intervals into which a numeric feature is cut before training")
        @Default("256")
        @Range(min = 2, max = 65_536)
        int bins,

        @Description("How much a row of a class counts: as it is, or balanced, so that both classes weigh the same")
        @Default("none")
        ClassWeight classWeight)
        implements TrainerSettings {
    @Override
    public List<Objection> objections(ModelFacts model) {
        return classWeight.objection(model.task()).stream().toList();
    }
}
