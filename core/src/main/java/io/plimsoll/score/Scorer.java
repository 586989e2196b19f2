package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contract.Kind;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Bounds;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registered version, opened once, that scores rows inside another program. Safe to use from several threads.
 *
 * <p>A row is one of the modelling table: the model's SELECT is not run. It has a value for each column that the {@linkplain #contract contract} lists: a
 * {@link Number} or {@link Boolean} where a number is wanted, also a text where a category is; null where it is not known. Further columns are ignored.
 */
public final class Scorer implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final double LONGEST_WHOLE = 1e15;

    private final Predictor predictor;
    private final List<Contract.Input> inputs;

    private Scorer(Predictor predictor) {
        this.predictor = predictor;
        this.inputs = predictor.contract().inputs();
    }

    /** A model that is open already; it is closed with the scorer. */
    public static Scorer of(Predictor predictor) {
        return new Scorer(predictor);
    }

    /**
     * Opens a version after its hashes and canaries have been checked.
     *
     * @param model {@code lung-activation}
     * @param version an alias such as {@code champion}, or a number
     * @throws PlimsollException with {@code UNKNOWN_MODEL}, {@code VERSION_CLOSED} or {@code ARTIFACT_DAMAGED}
     */
    public static Scorer open(Workspace workspace, ModelLoader loader, String model, String version) {
        Optional<ModelVersion> found = NUMBER.matcher(version).matches()
                ? workspace.models().version(model, Integer.parseInt(version))
                : workspace.models().alias(model, version);
        ModelVersion of = found.orElseThrow(() -> PlimsollException.of(
                ErrorCode.UNKNOWN_MODEL,
                "there is no version or alias '" + version + "' of " + model,
                "",
                "`plimsoll models list` shows what is registered"));
        if (of.state() != VersionState.ACTIVE) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_CLOSED,
                    of.reference() + " is " + of.state(),
                    "",
                    "`plimsoll models show " + model + "` shows what state each version is in");
        }
        return new Scorer(loader.load(workspace.artifacts().model(of.sha256())));
    }

    public Contract contract() {
        return predictor.contract();
    }

    /** @throws PlimsollException as for {@linkplain #scores several} */
    public Score score(Map<String, ?> row) {
        return scores(List.of(row)).get(0);
    }

    /**
     * Scores rows together, which is quicker than one by one.
     *
     * <p><b>Shape</b>: one score a row, in their order.
     *
     * @throws PlimsollException with {@code COLUMN_MISSING} for each column that a row lacks, {@code DATA_INVALID} for each that holds what is no number
     *     where one is wanted, {@code UNSEEN_CATEGORY} where the contract refuses such
     */
    public List<Score> scores(List<? extends Map<String, ?>> rows) {
        Predictions predictions = predictor.predictions(batch(rows));
        Bounds bounds = predictions.bounds();
        Double threshold = predictor.contract().output().threshold();
        List<Score> scores = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            double prediction = predictions.prediction()[row];
            scores.add(new Score(
                    prediction,
                    threshold == null ? null : (Integer) (prediction >= threshold ? 1 : 0),
                    bounds == null ? null : (Double) bounds.low()[row],
                    bounds == null ? null : (Double) bounds.high()[row]));
        }
        return scores;
    }

    @Override
    public void close() {
        predictor.close();
    }

    private Batch batch(List<? extends Map<String, ?>> rows) {
        List<Fault> faults = new ArrayList<>();
        List<double[]> numbers = new ArrayList<>();
        List<@Nullable String[]> texts = new ArrayList<>();
        for (Contract.Input input : inputs) {
            if (input.kind() == Kind.NUMBER) {
                numbers.add(numbers(input.column(), rows, faults));
            } else {
                texts.add(texts(input.column(), rows, faults));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return new Batch(rows.size(), numbers, texts);
    }

    private static double[] numbers(String column, List<? extends Map<String, ?>> rows, List<Fault> faults) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            Object value = value(column, rows.get(row), row, faults);
            if (value == null) {
                values[row] = Double.NaN;
            } else if (value instanceof Number number) {
                values[row] = number.doubleValue();
            } else if (value instanceof Boolean is) {
                values[row] = is ? 1 : 0;
            } else {
                faults.add(fault(
                        ErrorCode.DATA_INVALID,
                        "a number is wanted, not a text",
                        column,
                        row,
                        "give a number, or null"));
            }
        }
        return values;
    }

    private static @Nullable String[] texts(String column, List<? extends Map<String, ?>> rows, List<Fault> faults) {
        @Nullable String[] values = new String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            Object value = value(column, rows.get(row), row, faults);
            values[row] = value == null ? null : textForm(value);
        }
        return values;
    }

    private static @Nullable Object value(String column, Map<String, ?> row, int at, List<Fault> faults) {
        Object value = row.get(column);
        if (value == null && !row.containsKey(column)) {
            String near = NearMatch.hint(column, List.copyOf(row.keySet()));
            faults.add(fault(
                    ErrorCode.COLUMN_MISSING,
                    "the row lacks the column" + near,
                    column,
                    at,
                    "put it in, with null where it is not known"));
        }
        return value;
    }

    /** As {@link io.plimsoll.data.Dataset} has it: a number without a fraction is a whole one. */
    private static String textForm(Object value) {
        if ((value instanceof Double || value instanceof Float)
                && ((Number) value).doubleValue() == Math.rint(((Number) value).doubleValue())
                && Math.abs(((Number) value).doubleValue()) < LONGEST_WHOLE) {
            return Long.toString(((Number) value).longValue());
        }
        return value.toString();
    }

    private static Fault fault(ErrorCode code, String what, String column, int row, String help) {
        return new Fault(code, what, "column '" + column + "', row " + (row + 1), help);
    }
}
