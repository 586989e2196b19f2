package io.plimsoll.local.linear;

import io.plimsoll.artifact.Link;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.LinearSettings;
import io.plimsoll.train.Objective;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import org.ejml.data.DMatrixRMaj;

/**
 * Least squares, logistic and Poisson regression with an elastic net, on standardised features. The latter two are fitted by iteratively
 * reweighted least squares; a step that makes things worse is halved.
 *
 * <p><b>Source</b>: McCullagh and Nelder, "Generalized linear models", 1989, chapter 2; Friedman, Hastie and Tibshirani 2010 for the net.
 */
public final class LinearTrainer implements Trainer<LinearSettings> {
    private static final String NAME = "linear";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "A weighted sum of standardised features (EJML)";
    }

    @Override
    public Class<LinearSettings> settingsType() {
        return LinearSettings.class;
    }

    @Override
    public FittedModel fit(Examples examples, Task task, LinearSettings settings, TrainingControl control) {
        float[] weights = settings.classWeight().applied(examples);
        StandardisedColumns columns = StandardisedColumns.of(examples, weights);
        Objective objective = Objective.of(settings.objective(), task);
        Reweighting reweighting = new Reweighting(
                objective,
                new Design(examples, columns),
                examples.labels(),
                shares(weights),
                new ElasticNet(settings.penalty(), settings.l1Share()));
        DMatrixRMaj coefficients = reweighting.fitted(control.progress());
        LinearFormula formula = formula(columns, coefficients, link(objective));
        return new LinearModel(formula, examples.featureNames());
    }

    private static LinearFormula formula(StandardisedColumns columns, DMatrixRMaj coefficients, Link link) {
        float[] weights = new float[columns.centre().length];
        for (int column = 0; column < weights.length; column++) {
            weights[column] = (float) coefficients.get(column + 1);
            requireFinite(weights[column]);
        }
        requireFinite((float) coefficients.get(0));
        return new LinearFormula(columns, weights, (float) coefficients.get(0), link);
    }

    private static void requireFinite(float coefficient) {
        if (!Float.isFinite(coefficient)) {
            throw PlimsollException.of(
                    ErrorCode.TRAINING_FAILED,
                    "no finite coefficients were found",
                    "trainer " + NAME,
                    "raise settings.penalty; a feature that tells the answer outright makes coefficients grow without end");
        }
    }

    private static Link link(Objective objective) {
        return switch (objective) {
            case LOGISTIC -> Link.LOGISTIC;
            case POISSON -> Link.EXP;
            default -> Link.IDENTITY;
        };
    }

    /** Weights that add up to 1, so that a penalty means the same for few rows and for many. */
    private static double[] shares(float[] weights) {
        double all = 0;
        for (float weight : weights) {
            all += weight;
        }
        double[] shares = new double[weights.length];
        for (int row = 0; row < shares.length; row++) {
            shares[row] = weights[row] / all;
        }
        return shares;
    }
}
