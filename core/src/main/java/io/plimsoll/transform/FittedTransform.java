package io.plimsoll.transform;

import io.plimsoll.data.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * The transformation as fitted on the training rows: a pure function from modelling columns to a feature matrix, which goes into the
 * model artifact as it is.
 *
 * @param numeric first columns of the feature matrix, in the order of the config file
 * @param categorical the columns after them, in the order of the config file
 */
public record FittedTransform(List<Encoding.Numeric> numeric, List<Encoding.Categorical> categorical) {
    public FittedTransform {
        numeric = List.copyOf(numeric);
        categorical = List.copyOf(categorical);
    }

    /** The modelling columns that it reads: the i-th number of a batch is the i-th numeric encoding's, texts alike. */
    public Selection selection() {
        return new Selection(
                numeric.stream().map(Encoding.Numeric::column).toList(),
                categorical.stream().map(Encoding.Categorical::column).toList());
    }

    /** Names of the feature columns, in the order that the model was trained on. */
    public List<String> featureNames() {
        List<String> names = new ArrayList<>();
        numeric.forEach(encoding -> names.addAll(encoding.outputs()));
        categorical.forEach(encoding -> names.addAll(encoding.outputs()));
        return List.copyOf(names);
    }

    /** Number of feature columns. */
    public int width() {
        return featureNames().size();
    }

    /**
     * An encoder for batches of {@link #selection()}.
     *
     * @param math used only where numbers are rescaled
     */
    public FeatureEncoder encoder(ColumnMath math) {
        return new FeatureEncoder(this, math);
    }
}
