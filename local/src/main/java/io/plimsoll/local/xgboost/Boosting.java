package io.plimsoll.local.xgboost;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.Examples;
import io.plimsoll.train.TrainingControl;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows in XGBoost's memory, and boosters grown on them.
 *
 * <p>The same examples, parameters and seed give the same bytes on any number of threads. An exception from a progress listener ends the
 * training.
 */
final class Boosting implements AutoCloseable {
    private final DMatrix matrix;

    private Boosting(DMatrix matrix) {
        this.matrix = matrix;
    }

    /** Something that XGBoost is asked to do. */
    @FunctionalInterface
    interface Work<T> {
        T done(Boosting boosting) throws XGBoostError;
    }

    /**
     * Does something with rows, and says it in our words if XGBoost cannot.
     *
     * @param weights one a row
     */
    static <T> T with(Examples examples, float[] weights, String trainer, Work<T> work) {
        try (Boosting boosting = new Boosting(matrix(examples, weights))) {
            return work.done(boosting);
        } catch (XGBoostError e) {
            throw failed(
                    trainer,
                    "XGBoost gave up on " + examples.rows() + " rows and "
                            + examples.featureNames().size() + " feature columns",
                    "Look at the trainer's settings; --debug shows XGBoost's own words.",
                    e);
        } catch (LinkageError e) {
            throw failed(
                    trainer,
                    "XGBoost's native library does not load on this machine",
                    "It needs glibc 2.27 or newer and OpenMP (Debian and Ubuntu: apt-get install libgomp1; macOS: brew install libomp).",
                    e);
        }
    }

    /** Takes each tree, or round of trees, as it is grown. */
    @FunctionalInterface
    interface Watcher {
        /** @return whether to go on */
        boolean grown(Booster booster, int rounds) throws XGBoostError;
    }

    /** A booster of so many rounds, or of fewer if its watcher has seen enough; the caller frees it. */
    Booster growUntil(Map<String, Object> parameters, int rounds, Watcher watcher) throws XGBoostError {
        Booster booster = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
        boolean done = false;
        try {
            boolean goOn = true;
            for (int round = 0; round < rounds && goOn; round++) {
                booster.update(matrix, round);
                goOn = watcher.grown(booster, round + 1);
            }
            done = true;
            return booster;
        } finally {
            if (!done) {
                booster.dispose();
            }
        }
    }

    /** A booster of so many rounds. */
    Booster grow(Map<String, Object> parameters, int rounds, TrainingControl.Rounds progress) throws XGBoostError {
        return growUntil(parameters, rounds, (booster, grown) -> {
            progress.done(grown, rounds);
            return true;
        });
    }

    /** What a booster adds up for each of these rows, before the link; XGBoost remembers the sum of the trees that it has seen before. */
    float[][] margins(Booster booster) throws XGBoostError {
        return booster.predict(matrix, true);
    }

    @Override
    public void close() {
        matrix.dispose();
    }

    private static DMatrix matrix(Examples examples, float[] weights) throws XGBoostError {
        int columns = examples.featureNames().size();
        DMatrix matrix = new DMatrix(examples.features(), examples.rows(), columns, Float.NaN);
        try {
            matrix.setLabel(examples.labels());
            matrix.setWeight(weights);
            return matrix;
        } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
        }
    }

    private static PlimsollException failed(String trainer, String what, String help, Throwable cause) {
        return new PlimsollException(new Fault(ErrorCode.TRAINING_FAILED, what, "trainer " + trainer, help), cause);
    }
}
