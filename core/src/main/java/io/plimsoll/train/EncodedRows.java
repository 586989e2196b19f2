package io.plimsoll.train;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.split.RowWeights;
import io.plimsoll.transform.FeatureEncoder;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.OutOfFold;
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

    /** Reads rows that the transformation was not fitted to, or as if it had not been. */
    public static EncodedRows read(Dataset rows, Roles roles, FeatureEncoder encoder, Weight weighting) {
        return new Reading(encoder, roles, OutOfFold.NOTHING).of(rows, weighting);
    }

    /** Reads the rows that the transformation was fitted to, none of them by its own target. */
    static EncodedRows readTraining(
            TrainingSet training, Roles roles, FeatureEncoder encoder, OutOfFold outOfFold, Weight weighting) {
        return new Reading(encoder, roles, outOfFold).of(training.rows(), weighting);
    }

    /** The arrays while batches fill them. */
    private static final class Reading {
        private final FeatureEncoder encoder;
        private final FittedTransform transform;
        private final Roles roles;
        private final OutOfFold outOfFold;
        private final int numbers;
        private final int texts;
        private float[] features = new float[0];
        private String[] key = new String[0];
        private String[] group = new String[0];
        private double[] target = new double[0];
        private int filled;

        Reading(FeatureEncoder encoder, Roles roles, OutOfFold outOfFold) {
            this.encoder = encoder;
            this.transform = encoder.transform();
            this.roles = roles;
            this.outOfFold = outOfFold;
            this.numbers = transform.numeric().size();
            this.texts = transform.categorical().size();
        }

        EncodedRows of(Dataset rows, Weight weighting) {
            int count = Math.toIntExact(rows.rows());
            features = new float[Math.multiplyExact(count, transform.width())];
            key = new String[count];
            group = new String[count];
            target = new double[count];
            rows.scan(selection(), this::add);
            encoder.rescale(features);
            return new EncodedRows(features, key, group, target, RowWeights.of(weighting, group));
        }

        private Selection selection() {
            List<String> numberColumns = new ArrayList<>(transform.selection().numbers());
            List<String> textColumns = new ArrayList<>(transform.selection().texts());
            numberColumns.add(roles.target());
            textColumns.add(roles.key());
            textColumns.add(roles.group());
            return new Selection(numberColumns, textColumns);
        }

        private void add(Batch batch) {
            encoder.encode(batch, features, filled);
            outOfFold.overwrite(batch, texts + 1, features, filled, transform.width());
            System.arraycopy(batch.numbers().get(numbers), 0, target, filled, batch.rows());
            for (int row = 0; row < batch.rows(); row++) {
                key[filled + row] = Objects.requireNonNull(batch.texts().get(texts)[row]);
                group[filled + row] = Objects.requireNonNull(batch.texts().get(texts + 1)[row]);
            }
            filled += batch.rows();
        }
    }
}
