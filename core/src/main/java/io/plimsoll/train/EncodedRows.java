package io.plimsoll.train;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.transform.FeatureEncoder;
import io.plimsoll.transform.FittedTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Labelled rows as a trainer sees them, in the canonical order of their key.
 *
 * <p><b>Shape</b>: {@code features} is row-major, rows × features of the transform, NaN where missing; the others have one entry a row.
 * <b>Units</b>: {@code target} in its own unit, {@code weight} with mean 1.
 */
public record EncodedRows(float[] features, String[] key, String[] group, double[] target, double[] weight) {
    public int rows() {
        return target.length;
    }

    /** Reads the rows once. The transform is applied, never fitted: rows of either side of the split may pass. */
    public static EncodedRows read(Dataset rows, Roles roles, FittedTransform transform, Weight weighting) {
        int count = Math.toIntExact(rows.rows());
        Reading reading = new Reading(transform, count);
        rows.scan(selection(transform, roles), reading::add);
        return new EncodedRows(
                reading.features, reading.key, reading.group, reading.target, RowWeights.of(weighting, reading.group));
    }

    private static Selection selection(FittedTransform transform, Roles roles) {
        List<String> numbers = new ArrayList<>(transform.selection().numbers());
        List<String> texts = new ArrayList<>(transform.selection().texts());
        numbers.add(roles.target());
        texts.add(roles.key());
        texts.add(roles.group());
        return new Selection(numbers, texts);
    }

    /** The arrays while batches fill them. */
    private static final class Reading {
        private final FeatureEncoder encoder;
        private final int numbers;
        private final int texts;
        private final float[] features;
        private final String[] key;
        private final String[] group;
        private final double[] target;
        private int filled;

        Reading(FittedTransform transform, int rows) {
            this.encoder = transform.encoder();
            this.numbers = transform.numeric().size();
            this.texts = transform.categorical().size();
            this.features = new float[Math.multiplyExact(rows, transform.width())];
            this.key = new String[rows];
            this.group = new String[rows];
            this.target = new double[rows];
        }

        void add(Batch batch) {
            encoder.encode(batch, features, filled);
            System.arraycopy(batch.numbers().get(numbers), 0, target, filled, batch.rows());
            for (int row = 0; row < batch.rows(); row++) {
                key[filled + row] = Objects.requireNonNull(batch.texts().get(texts)[row]);
                group[filled + row] = Objects.requireNonNull(batch.texts().get(texts + 1)[row]);
            }
            filled += batch.rows();
        }
    }
}
