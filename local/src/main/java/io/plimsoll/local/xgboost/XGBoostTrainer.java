package io.plimsoll.local.xgboost;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees by XGBoost's histogram method: logistic loss for classification, squared error for regression.
 *
 * <p>The same examples, settings and seed give the same bytes on any number of threads. An exception from {@link TrainingControl#progress}
 * ends the training.
 */
public final class XGBoostTrainer implements Trainer<GradientBoostedTreesSettings> {
    @Override
    public String name() {
        return "gradient-boosted-trees";
    }

    @Override
    public Class<GradientBoostedTreesSettings> settingsType() {
        return GradientBoostedTreesSettings.class;
    }

    @Override
    public FittedModel fit(
            Examples examples, Task task, GradientBoostedTreesSettings settings, TrainingControl control) {
        TrainableExamples.require(examples, task);
        try {
            DMatrix matrix = matrix(examples);
            try {
                Map<String, Object> parameters = parameters(examples, task, settings, control);
                return XGBoostModel.of(train(matrix, parameters, settings, control), examples.featureNames());
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw failed(
                    "XGBoost gave up on " + examples.rows() + " rows and "
                            + examples.featureNames().size() + " feature columns",
                    "Look at the trainer's settings; --debug shows XGBoost's own words.",
                    e);
        } catch (LinkageError e) {
            throw failed(
                    "XGBoost's native library does not load on this machine",
                    "It needs glibc 2.27 or newer and OpenMP (Debian and Ubuntu: apt-get install libgomp1; macOS: brew install libomp).",
                    e);
        }
    }

    private static DMatrix matrix(Examples examples) throws XGBoostError {
        int columns = examples.featureNames().size();
        DMatrix matrix = new DMatrix(examples.features(), examples.rows(), columns, Float.NaN);
        try {
            matrix.setLabel(examples.labels());
            matrix.setWeight(examples.weights());
            return matrix;
        } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
        }
    }

    private static Booster train(
            DMatrix matrix,
            Map<String, Object> parameters,
            GradientBoostedTreesSettings settings,
            TrainingControl control)
            throws XGBoostError {
        Booster booster = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
        boolean done = false;
        try {
            for (int tree = 0; tree < settings.trees(); tree++) {
                booster.update(matrix, tree);
                control.progress().accept((tree + 1.0) / settings.trees());
            }
            done = true;
            return booster;
        } finally {
            if (!done) {
                booster.dispose();
            }
        }
    }

    private static Map<String, Object> parameters(
            Examples examples, Task task, GradientBoostedTreesSettings settings, TrainingControl control) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", task == Task.CLASSIFICATION ? "binary:logistic" : "reg:squarederror");
        parameters.put("base_score", BaseScore.of(examples));
        parameters.put("tree_method", "hist");
        parameters.put("device", "cpu");
        parameters.put("max_depth", settings.depth());
        parameters.put("max_bin", settings.bins());
        parameters.put("learning_rate", settings.learningRate());
        parameters.put("subsample", settings.subsample());
        parameters.put("colsample_bytree", settings.columnSample());
        parameters.put("min_child_weight", settings.minChildWeight());
        parameters.put("reg_alpha", settings.l1());
        parameters.put("reg_lambda", settings.l2());
        parameters.put("gamma", settings.minSplitGain());
        parameters.put("seed", Integer.toUnsignedLong(Long.hashCode(control.seed())));
        parameters.put("nthread", control.threads());
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static PlimsollException failed(String what, String help, Throwable cause) {
        return new PlimsollException(
                new Fault(ErrorCode.TRAINING_FAILED, what, "trainer gradient-boosted-trees", help), cause);
    }
}
