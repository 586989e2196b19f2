package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contract.Kind;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a file of scores: the key and what is kept, what the model says, and who says it. */
public final class OutputLayout {
    private static final String CLASS = "class";
    private static final String VERSION = "model_version";
    private static final String RUN = "run";

    private final Contract contract;
    private final List<Column> kept;
    private final String prefix;
    private final Reasons reasons;

    /**
     * @param kept columns of the modelling table, the key first unless it is named elsewhere
     */
    OutputLayout(Contract contract, List<Column> kept, Additions additions) {
        this.contract = contract;
        this.kept = List.copyOf(kept);
        this.prefix = additions.prefix();
        this.reasons = new Reasons(contract, additions);
    }

    /** Names of the columns that are added to those that are kept, in their order. */
    static List<String> added(Contract contract, Additions additions) {
        OutputLayout layout = new OutputLayout(contract, List.of(), additions);
        String prefix = additions.prefix();
        return Stream.concat(layout.said().stream().map(Column::name), Stream.of(prefix + VERSION, prefix + RUN))
                .toList();
    }

    String key() {
        return contract.training().roles().key();
    }

    /** Columns whose values differ from row to row. */
    List<Column> columns() {
        return Stream.concat(kept.stream(), said().stream()).toList();
    }

    /** Those that follow, with the one value of each. */
    Map<String, String> constants(String version, String run) {
        Map<String, String> constants = new LinkedHashMap<>();
        constants.put(prefix + VERSION, version);
        constants.put(prefix + RUN, run);
        return constants;
    }

    /** What the model says, without what was kept: the columns by which a prediction is known later. */
    List<String> remembered() {
        return Stream.concat(Stream.of(key()), said().stream().map(Column::name))
                .toList();
    }

    private List<Column> said() {
        List<Column> said = new ArrayList<>();
        Contract.Output output = contract.output();
        said.add(new Column(prefix + output.name(), ColumnType.NUMBER));
        if (output.threshold() != null) {
            said.add(new Column(prefix + CLASS, ColumnType.INTEGER));
        }
        Contract.Interval interval = output.interval();
        if (interval != null) {
            said.add(new Column(prefix + interval.low(), ColumnType.NUMBER));
            said.add(new Column(prefix + interval.high(), ColumnType.NUMBER));
        }
        said.addAll(reasons.columns());
        return said;
    }

    /** What is read of the modelling table: the model's inputs, what is kept, and the key as text. */
    Selection selection() {
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        contract.inputs().forEach(input -> (input.kind() == Kind.NUMBER ? numbers : texts).add(input.column()));
        kept.forEach(column -> (isNumber(column) ? numbers : texts).add(column.name()));
        texts.add(key());
        return new Selection(numbers, texts);
    }

    @Nullable
    String[] keys(Batch read) {
        return read.texts().get(read.texts().size() - 1);
    }

    /** The rows as they are written. */
    Batch arranged(Batch read, Predictions predictions, @Nullable Contributions contributions) {
        int numbers = (int) contract.inputs().stream()
                .filter(input -> input.kind() == Kind.NUMBER)
                .count();
        int texts = contract.inputs().size() - numbers;
        List<double[]> numbersOut = new ArrayList<>();
        List<@Nullable String[]> textsOut = new ArrayList<>();
        for (Column column : kept) {
            if (isNumber(column)) {
                numbersOut.add(read.numbers().get(numbers++));
            } else {
                textsOut.add(read.texts().get(texts++));
            }
        }
        numbersOut.add(predictions.prediction());
        Double threshold = contract.output().threshold();
        if (threshold != null) {
            textsOut.add(classes(predictions.prediction(), threshold));
        }
        if (contract.output().interval() != null) {
            Bounds bounds = Objects.requireNonNull(predictions.bounds());
            numbersOut.add(bounds.low());
            numbersOut.add(bounds.high());
        }
        if (contributions != null) {
            reasons.add(contributions, numbersOut, textsOut);
        }
        return new Batch(read.rows(), numbersOut, textsOut);
    }

    private static @Nullable String[] classes(double[] probabilities, double threshold) {
        return Arrays.stream(probabilities)
                .mapToObj(probability -> probability >= threshold ? "1" : "0")
                .toArray(String[]::new);
    }

    private static boolean isNumber(Column column) {
        return column.type() == ColumnType.NUMBER;
    }
}
