package io.plimsoll.train;

import io.plimsoll.config.TrainerSettings;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the trainer {@code gradient-boosted-trees}.
 *
 * @param objective null for the usual one of the task
 * @param monotone by numeric feature, in the order of the file
 * @param earlyStopping null to grow all trees
 */
@Description("Settings of gradient-boosted-trees")
public record GradientBoostedTreesSettings(
        @Description("Number of trees; the most of them with early_stopping")
        @Default("250")
        @Range(min = 1, max = 10_000)
        int trees,

        @Description("Most splits between a tree's root and a leaf") @Default("4") @Range(min = 1, max = 16)
        int depth,

        @Description("Share of each tree's correction that is kept") @Default("0.03") @Range(above = 0, max = 1)
        double learningRate,

        @Description("Share of the rows that each tree sees") @Default("1") @Range(above = 0, max = 1)
        double subsample,

        @Description("Share of the feature columns that each tree sees") @Default("1") @Range(above = 0, max = 1)
        double columnSample,

        @Description(
                "Least sum of row weights, or of second derivatives for other objectives than squared_error, in a leaf")
        @Default("1")
        @Range(min = 0, max = 1e9)
        double minChildWeight,

        @Description("L1 penalty on leaf values") @Default("0") @Range(min = 0, max = 1e9)
        double l1,

        @Description("L2 penalty on leaf values") @Default("5") @Range(min = 0, max = 1e9)
        double l2,

        @Description("Least gain in loss for which a leaf is split") @Default("0") @Range(min = 0, max = 1e9)
        double minSplitGain,

        @Description("Most intervals into which a numeric feature is cut before training")
        @Default("256")
        @Range(min = 2, max = 65_536)
        int bins,

        @Description("What is made small on the training rows")
        @DefaultsTo("logistic for classification, squared_error for regression")
        @Nullable
        Objective objective,

        @Description("Objective tweedie: how the variance grows with the mean, from counts (1) to gamma (2)")
        @Default("1.5")
        @Range(min = 1.01, max = 1.99)
        double tweediePower,

        @Description("How much a row of a class counts: as it is, or balanced, so that both classes weigh the same")
        @Default("none")
        ClassWeight classWeight,

        @Description("Numeric features along which the prediction only rises, or only falls") @Default("{}")
        Map<String, Direction> monotone,

        @Description("Ends training when rows of other groups no longer profit; default: all trees are grown") @Nullable
        EarlyStopping earlyStopping)
        implements TrainerSettings {
    private static final List<Objective> OBJECTIVES = List.of(Objective.values());

    public GradientBoostedTreesSettings {
        monotone = Collections.unmodifiableMap(new LinkedHashMap<>(monotone));
    }

    /** Which way a prediction goes as a feature rises. */
    public enum Direction {
        INCREASING,
        DECREASING
    }

    /**
     * Trees are grown on a part of the training groups until the others no longer profit; then as many are grown on all of them.
     *
     * @param validation expected share of the training groups that are looked at
     */
    @Description("Ends training when rows of other groups no longer profit")
    public record EarlyStopping(
            @Description("So many trees without a smaller loss end it, in trees")
            @Default("20")
            @Range(min = 1, max = 1000)
            int patience,

            @Description("Share of the training groups that are looked at; afterwards all are trained on")
            @Default("20%")
            @Range(min = 0.05, max = 0.5)
            Percentage validation) {}

    @Override
    public List<Objection> objections(ModelFacts model) {
        List<Objection> objections = new ArrayList<>();
        Objective.objection(objective, model, OBJECTIVES).ifPresent(objections::add);
        classWeight.objection(model.task()).ifPresent(objections::add);
        monotone.keySet().stream()
                .filter(feature -> !model.numeric().contains(feature))
                .map(feature -> new Objection(
                        "monotone." + feature,
                        "is not one of the features.numeric of this model type",
                        "name numeric features; categories have no direction"))
                .forEach(objections::add);
        return objections;
    }

    @Override
    public TargetRange targets(Task task) {
        return Objective.of(objective, task).targets();
    }
}
