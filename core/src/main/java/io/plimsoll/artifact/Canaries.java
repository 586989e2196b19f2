package io.plimsoll.artifact;

import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows made up when a model is made, by which every installation tells whether it computes what the maker's did. */
public final class Canaries {
    private Canaries() {}

    /** Rows with a value or null for each input, as a batch that a {@link Predictor} takes. */
    public static Batch batch(List<Contract.Input> inputs, List<? extends List<? extends @Nullable Object>> rows) {
        List<double[]> numbers = new ArrayList<>();
        List<@Nullable String[]> texts = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            int input = i;
            List<@Nullable Object> column = new ArrayList<>();
            rows.forEach(row -> column.add(row.get(input)));
            if (inputs.get(i).kind() == Contract.Kind.NUMBER) {
                numbers.add(column.stream().mapToDouble(Canaries::number).toArray());
            } else {
                texts.add(column.stream().map(Canaries::text).toArray(String[]::new));
            }
        }
        return new Batch(rows.size(), numbers, texts);
    }

    /** Gives rows the predictions that they have now, which are what they must have from then on. */
    public static List<Contract.Canary> record(
            Predictor predictor, List<? extends List<? extends @Nullable Object>> rows) {
        double[] predictions = predictor.predict(batch(predictor.contract().inputs(), rows));
        List<Contract.Canary> canaries = new ArrayList<>();
        for (int i = 0; i < predictions.length; i++) {
            canaries.add(new Contract.Canary(new ArrayList<>(rows.get(i)), predictions[i]));
        }
        return canaries;
    }

    /**
     * Predicts the contract's canaries.
     *
     * @throws PlimsollException with {@code ARTIFACT_DAMAGED} if any prediction is off by more than {@link Tolerance} allows
     */
    public static void check(Predictor predictor) {
        List<Contract.Canary> canaries = predictor.contract().canaries();
        if (canaries.isEmpty()) {
            return;
        }
        Batch batch = batch(
                predictor.contract().inputs(),
                canaries.stream().map(Contract.Canary::values).toList());
        double[] expected =
                canaries.stream().mapToDouble(Contract.Canary::expected).toArray();
        int off = Tolerance.around(expected).disagreements(predictor.predict(batch));
        if (off > 0) {
            throw PlimsollException.of(
                    ErrorCode.ARTIFACT_DAMAGED,
                    off + " of " + canaries.size()
                            + " canary rows no longer get the predictions that they had when the model was made",
                    "model " + predictor.contract().model(),
                    "The files are whole, so this installation computes differently: compare the versions in contract.json with those"
                            + " installed here.");
        }
    }

    private static double number(@Nullable Object value) {
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}
