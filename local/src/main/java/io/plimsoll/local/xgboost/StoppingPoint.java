package io.plimsoll.local.xgboost;

import io.plimsoll.data.GroupHash;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.GradientBoostedTreesSettings.EarlyStopping;
import io.plimsoll.train.Objective;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * How many trees are enough: they are grown on a part of the training groups until the loss on the others has not become smaller for a while. The
 * loss is summed in row order, so that no thread count has a say in it.
 */
final class StoppingPoint {
    private static final String SALT = "early stopping";

    private final GradientBoostedTreesSettings settings;
    private final EarlyStopping stopping;
    private final Objective objective;

    StoppingPoint(Task task, GradientBoostedTreesSettings settings) {
        this.settings = settings;
        this.stopping = Objects.requireNonNull(settings.earlyStopping());
        this.objective = Objective.of(settings.objective(), task);
    }

    /** @throws PlimsollException with {@code TRAINING_FAILED} if the groups cannot be parted so that both parts can be used */
    int of(Examples examples, Map<String, Object> parameters) {
        boolean[] watched = watched(examples);
        Examples grown = examples.where(not(watched));
        Examples judged = examples.where(watched);
        if (judged.rows() == 0 || grown.rows() == 0 || isDull(grown)) {
            throw PlimsollException.of(
                    ErrorCode.TRAINING_FAILED,
                    "early_stopping keeps back " + judged.rows() + " of " + examples.rows()
                            + " training rows by group, and the rest has nothing to learn from, or nothing is kept back",
                    "trainer " + XGBoostTrainer.NAME,
                    "bring rows of more groups, choose another share under early_stopping.validation, or leave early_stopping out");
        }
        float[] weights = settings.classWeight().applied(examples);
        float[] judgedWeights = where(weights, watched);
        return Boosting.with(
                grown,
                where(weights, not(watched)),
                XGBoostTrainer.NAME,
                training -> Boosting.with(judged, judgedWeights, XGBoostTrainer.NAME, validation -> {
                    Course course = new Course();
                    Booster booster = training.growUntil(
                            parameters,
                            settings.trees(),
                            (trees, count) ->
                                    course.goesOn(count, loss(validation.margins(trees), judged, judgedWeights)));
                    booster.dispose();
                    return course.best;
                }));
    }

    /** The losses so far. */
    private final class Course {
        private double least = Double.POSITIVE_INFINITY;
        private int best = 1;

        boolean goesOn(int trees, double loss) {
            if (loss < least) {
                least = loss;
                best = trees;
            }
            return trees - best < stopping.patience();
        }
    }

    private double loss(float[][] margins, Examples rows, float[] weights) throws XGBoostError {
        double sum = 0;
        for (int row = 0; row < margins.length; row++) {
            sum += weights[row] * objective.loss(margins[row][0], rows.labels()[row], settings.tweediePower());
        }
        return sum;
    }

    private boolean[] watched(Examples examples) {
        GroupHash line = new GroupHash("group", SALT, stopping.validation().fraction());
        boolean[] watched = new boolean[examples.rows()];
        for (int row = 0; row < watched.length; row++) {
            watched[row] = line.holdsOut(examples.groups()[row]);
        }
        return watched;
    }

    private static boolean isDull(Examples rows) {
        for (float label : rows.labels()) {
            if (label != rows.labels()[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] not(boolean[] some) {
        boolean[] others = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            others[i] = !some[i];
        }
        return others;
    }

    private static float[] where(float[] values, boolean[] kept) {
        int count = 0;
        float[] some = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            if (kept[i]) {
                some[count++] = values[i];
            }
        }
        return Arrays.copyOf(some, count);
    }
}
