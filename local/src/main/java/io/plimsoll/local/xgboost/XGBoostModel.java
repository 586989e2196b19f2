package io.plimsoll.local.xgboost;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.FittedModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A trained booster, which holds native memory until it is closed.
 *
 * <p>The names of its columns are kept in a file beside its own, because XGBoost4J cuts off names that are not ASCII.
 */
final class XGBoostModel implements FittedModel {
    private static final String FORMAT = "ubj";

    private final Booster booster;
    private final byte[] file;
    private final TreeEnsemble ensemble;
    private final List<String> featureNames;
    private final String summary;
    private boolean closed;

    private XGBoostModel(
            Booster booster, byte[] file, TreeEnsemble ensemble, List<String> featureNames, String summary) {
        this.booster = booster;
        this.file = file;
        this.ensemble = ensemble;
        this.featureNames = featureNames;
        this.summary = summary;
    }

    /** Takes over the booster: it is freed when the model is closed, and at once if it cannot be read. */
    static XGBoostModel of(Booster booster, List<String> featureNames, String summary) throws XGBoostError {
        boolean done = false;
        try {
            byte[] file = booster.toByteArray(FORMAT);
            TreeEnsemble ensemble = XGBoostModelReader.read(file);
            XGBoostModel model = new XGBoostModel(booster, file, ensemble, featureNames, summary);
            done = true;
            return model;
        } finally {
            if (!done) {
                booster.dispose();
            }
        }
    }

    /** The same trees with another link than XGBoost's, which takes this model's place. */
    XGBoostModel withLink(Link link) {
        TreeEnsemble other = new TreeEnsemble(ensemble.trees(), ensemble.base(), link);
        return new XGBoostModel(booster, file, other, featureNames, summary);
    }

    @Override
    public synchronized float[] predict(float[] features, int rows) {
        if (closed) {
            throw new IllegalStateException("the model has been closed");
        }
        if (rows == 0) {
            return new float[0];
        }
        try {
            float[][] predictions = booster.inplace_predict(features, rows, featureNames.size(), Float.NaN);
            float[] first = new float[rows];
            for (int row = 0; row < rows; row++) {
                float prediction = predictions[row][0];
                first[row] = ensemble.link() == Link.UNIT ? (float) Link.UNIT.of(prediction) : prediction;
            }
            return first;
        } catch (XGBoostError e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.TRAINING_FAILED,
                            "XGBoost could not predict for " + rows + " rows with the model that it had just trained",
                            "",
                            "Run again with --debug and report what it shows."),
                    e);
        }
    }

    @Override
    public TreeEnsemble formula() {
        return ensemble;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public SortedMap<String, byte[]> nativeFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("model." + FORMAT, file.clone());
        files.put("features.json", CanonicalJson.bytes(featureNames));
        return files;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            booster.dispose();
        }
    }
}
