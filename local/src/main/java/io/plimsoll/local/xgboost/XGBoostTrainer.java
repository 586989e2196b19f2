package io.plimsoll.local.xgboost;

import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.GradientBoostedTreesSettings.Direction;
import io.plimsoll.train.Objective;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gradient-boosted trees by XGBoost's histogram method.
 *
 * <p><b>Source</b>: Chen and Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016.
 */
public final class XGBoostTrainer implements Trainer<GradientBoostedTreesSettings> {
    static final String NAME = "gradient-boosted-trees";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Trees that each correct the sum of those before (XGBoost)";
    }

    @Override
    public Class<GradientBoostedTreesSettings> settingsType() {
        return GradientBoostedTreesSettings.class;
    }

    @Override
    public FittedModel fit(
            Examples examples, Task task, GradientBoostedTreesSettings settings, TrainingControl control) {
        Map<String, Object> parameters = parameters(examples, task, settings, control);
        int trees = settings.earlyStopping() == null
                ? settings.trees()
                : new StoppingPoint(task, settings).of(examples, parameters);
        return Boosting.with(
                examples,
                settings.classWeight().applied(examples),
                NAME,
                boosting -> XGBoostModel.of(
                        boosting.grow(parameters, trees, control.progress()),
                        examples.featureNames(),
                        summary(trees, settings.trees())));
    }

    private static String summary(int trees, int most) {
        String count = String.format(Locale.ROOT, "%,d %s", trees, trees == 1 ? "tree" : "trees");
        return trees == most ? count : count + String.format(Locale.ROOT, ", fewer than %,d by early_stopping", most);
    }

    private static Map<String, Object> parameters(
            Examples examples, Task task, GradientBoostedTreesSettings settings, TrainingControl control) {
        Objective objective = Objective.of(settings.objective(), task);
        Map<String, Object> parameters = Parameters.common(control);
        parameters.put("objective", name(objective));
        parameters.put("base_score", (float)
                examples.bestConstant(objective, settings.classWeight().applied(examples)));
        parameters.put("max_depth", settings.depth());
        parameters.put("max_bin", settings.bins());
        parameters.put("learning_rate", settings.learningRate());
        parameters.put("subsample", settings.subsample());
        parameters.put("colsample_bytree", settings.columnSample());
        parameters.put("min_child_weight", settings.minChildWeight());
        parameters.put("reg_alpha", settings.l1());
        parameters.put("reg_lambda", settings.l2());
        parameters.put("gamma", settings.minSplitGain());
        if (objective == Objective.TWEEDIE) {
            parameters.put("tweedie_variance_power", settings.tweediePower());
        }
        if (!settings.monotone().isEmpty()) {
            parameters.put("monotone_constraints", constraints(examples.featureNames(), settings.monotone()));
        }
        return parameters;
    }

    /** For each feature column 1, −1, or 0 where it may go either way. */
    private static String constraints(List<String> features, Map<String, Direction> monotone) {
        return features.stream()
                .map(monotone::get)
                .map(direction -> direction == null ? "0" : direction == Direction.INCREASING ? "1" : "-1")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String name(Objective objective) {
        return switch (objective) {
            case LOGISTIC -> "binary:logistic";
            case SQUARED_ERROR -> "reg:squarederror";
            case ABSOLUTE_ERROR -> "reg:absoluteerror";
            case POISSON -> "count:poisson";
            case GAMMA -> "reg:gamma";
            case TWEEDIE -> "reg:tweedie";
        };
    }
}
