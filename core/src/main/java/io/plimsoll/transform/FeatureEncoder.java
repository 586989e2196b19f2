package io.plimsoll.transform;

import io.plimsoll.data.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes batches of modelling rows into a feature matrix. What it writes is what the artifact's ONNX graph computes. */
public final class FeatureEncoder {
    private final FittedTransform transform;
    private final int width;
    private final List<Map<String, Integer>> slots = new ArrayList<>();

    FeatureEncoder(FittedTransform transform) {
        this.transform = transform;
        this.width = transform.width();
        transform.categorical().forEach(encoding -> slots.add(slotsOf(encoding)));
    }

    /**
     * Encodes a batch whose first numbers and texts are those of {@link FittedTransform#selection()}; further columns are ignored.
     *
     * <p><b>Shape</b>: {@code matrix} is row-major with {@link FittedTransform#width()} columns; rows are written from {@code firstRow}
     * on, into cells that are zero.
     */
    public void encode(Batch batch, float[] matrix, int firstRow) {
        for (int i = 0; i < transform.numeric().size(); i++) {
            Encoding.Numeric encoding = transform.numeric().get(i);
            double[] values = batch.numbers().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                matrix[(firstRow + row) * width + i] = encoding.encode(values[row]);
            }
        }
        int offset = transform.numeric().size();
        for (int i = 0; i < transform.categorical().size(); i++) {
            @Nullable String[] values = batch.texts().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                int slot = slot(i, values[row]);
                if (slot >= 0) {
                    matrix[(firstRow + row) * width + offset + slot] = 1f;
                }
            }
            offset += transform.categorical().get(i).outputs().size();
        }
    }

    /** Whether the i-th categorical column has met this category in training. */
    public boolean isKnown(int categorical, String value) {
        return slots.get(categorical).containsKey(value);
    }

    private int slot(int categorical, @Nullable String value) {
        Encoding.OneHot encoding = transform.categorical().get(categorical);
        if (value == null || value.isEmpty()) {
            return encoding.missingSlot();
        }
        return slots.get(categorical).getOrDefault(value, encoding.unseenSlot());
    }

    private static Map<String, Integer> slotsOf(Encoding.OneHot encoding) {
        Map<String, Integer> slots = new HashMap<>();
        for (int i = 0; i < encoding.levels().size(); i++) {
            slots.put(encoding.levels().get(i), i);
        }
        encoding.rare().forEach(level -> slots.put(level, encoding.otherSlot()));
        return slots;
    }
}
