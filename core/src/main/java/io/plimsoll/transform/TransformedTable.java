package io.plimsoll.transform;

import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
import io.plimsoll.step.StepOutput;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two parts of the table with the transformation that was fitted on the first.
 *
 * @param fitting gives it, when somebody asks for it
 */
public record TransformedTable(SplitTable split, Later<TrainingTransform> fitting) implements StepOutput {
    public TransformedTable(SplitTable split, TrainingTransform training) {
        this(split, Later.of(training));
    }

    public TrainingTransform training() {
        return fitting.get();
    }

    public FittedTransform transform() {
        return training().fitted();
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%d numeric and %d categorical columns become %d features",
                transform().numeric().size(),
                transform().categorical().size(),
                transform().width());
    }

    @Override
    public Object findings() {
        return Map.of("features", transform().featureNames(), "fills", fills());
    }

    private Map<String, Float> fills() {
        Map<String, Float> fills = new TreeMap<>();
        transform().numeric().stream()
                .filter(encoding -> !Float.isNaN(encoding.fill()))
                .forEach(encoding -> fills.put(encoding.column(), encoding.fill()));
        return fills;
    }
}
