package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.Link;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Objective;
import io.plimsoll.train.RandomForestSettings;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.Locale;
import java.util.Map;

/**
 * A random forest: one round of XGBoost's trees side by side, each on its own part of the rows, none of them corrected or shrunk. A leaf is the mean
 * of its rows, for a class its share of them; the forest is the mean of its trees.
 *
 * <p><b>Source</b>: Breiman, "Random forests", Machine Learning 45, 2001; rows are drawn without putting back, as in XGBoost's "Random forests in
 * XGBoost".
 */
public final class RandomForestTrainer implements Trainer<RandomForestSettings> {
    private static final String NAME = "random-forest";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The mean of trees that each see a part of the rows and columns (XGBoost)";
    }

    @Override
    public Class<RandomForestSettings> settingsType() {
        return RandomForestSettings.class;
    }

    @Override
    public FittedModel fit(Examples examples, Task task, RandomForestSettings settings, TrainingControl control) {
        float[] weights = settings.classWeight().applied(examples);
        Map<String, Object> parameters = Parameters.common(control);
        // squared error on 0 and 1 splits as the Gini index does, and leaves hold shares
        parameters.put("objective", "reg:squarederror");
        parameters.put("base_score", (float) examples.bestConstant(Objective.SQUARED_ERROR, weights));
        parameters.put("num_parallel_tree", settings.trees());
        parameters.put("max_depth", settings.depth());
        parameters.put("max_bin", settings.bins());
        parameters.put("learning_rate", 1);
        parameters.put("subsample", settings.subsample());
        parameters.put("colsample_bynode", settings.columnSample());
        parameters.put("min_child_weight", settings.minLeafWeight());
        parameters.put("reg_lambda", 0);
        Link link = task == Task.CLASSIFICATION ? Link.UNIT : Link.IDENTITY;
        String summary = String.format(Locale.ROOT, "%,d trees", settings.trees());
        return Boosting.with(
                examples,
                weights,
                NAME,
                boosting -> XGBoostModel.of(
                                boosting.grow(parameters, 1, control.progress()), examples.featureNames(), summary)
                        .withLink(link));
    }
}
