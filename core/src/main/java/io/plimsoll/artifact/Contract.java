package io.plimsoll.artifact;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.Column;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code contract.json}: what a model wants, what it gives, and how to tell that it still does. Nothing here depends on time, path, user
 * or chance.
 *
 * @param format version of this file's layout
 * @param model the registered model's name
 * @param inputs columns of the modelling table, in the order of the graph's inputs
 * @param query the SELECT that makes the modelling table from its sources
 * @param sources names of the sources that {@code query} reads
 * @param tables what those sources held in training, as far as the modelling table comes of it; absent in models of earlier versions
 * @param training what the model was trained to answer, and on which rows
 * @param trainingConfigSha256 digest of the part of the config that shapes the model
 * @param versions of Plimsoll and of each library that computed the model, by name
 * @param platform operating system and processor, on which the bytes were made
 * @param canaries rows with the predictions that a healthy installation gives for them
 */
public record Contract(
        int format,
        String model,
        List<Input> inputs,
        Output output,
        String query,
        List<String> sources,
        @Nullable List<Table> tables,
        Question training,
        String trainingConfigSha256,
        SortedMap<String, String> versions,
        String platform,
        List<Canary> canaries) {
    /** The layout that this code writes. */
    public static final int FORMAT = 1;

    public Contract {
        inputs = List.copyOf(inputs);
        sources = List.copyOf(sources);
        tables = tables == null ? null : List.copyOf(tables);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        canaries = List.copyOf(canaries);
    }

    /** The same contract with other canaries. */
    public Contract withCanaries(List<Canary> others) {
        return new Contract(
                format,
                model,
                inputs,
                output,
                query,
                sources,
                tables,
                training,
                trainingConfigSha256,
                versions,
                platform,
                others);
    }

    /** Names of the graph's outputs in their order: the prediction, then, where there is an interval, its lower and its upper end. */
    public List<String> outputs() {
        Interval interval = output.interval();
        return interval == null ? List.of(output.name()) : List.of(output.name(), interval.low(), interval.high());
    }

    /** The columns that a model reads, as it wants them. */
    public Selection selection() {
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Input input : inputs) {
            (input.kind() == Kind.NUMBER ? numbers : texts).add(input.column());
        }
        return new Selection(numbers, texts);
    }

    /** {@code contract.json}. */
    byte[] bytes() {
        return CanonicalJson.indented(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What one source held in training.
     *
     * @param columns sorted by name
     * @param reference whether its rows are part of the model: see {@link ModelFolder#reference}
     */
    public record Table(String name, List<Column> columns, boolean reference) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** How a column enters the graph: a float32 tensor with NaN for missing, or a string tensor with "" for missing. */
    public enum Kind {
        NUMBER,
        TEXT
    }

    /**
     * One input of the graph, shape [rows], or [rows, 1] where it is the only one.
     *
     * @param missing what a missing value becomes, in words
     * @param unseen what a category not met in training becomes, in words; absent for numbers
     * @param refuseUnseen whether a category not met in training must be refused before the graph runs
     * @param levels the categories met in training; absent for numbers
     */
    public record Input(
            String column,
            Kind kind,
            String missing,
            @Nullable String unseen,
            boolean refuseUnseen,
            @Nullable List<String> levels) {
        public Input {
            levels = levels == null ? null : List.copyOf(levels);
        }
    }

    /**
     * The graph's output, shape [rows, 1], float32.
     *
     * @param name {@code prediction}, or what it is called where a column has that name
     * @param unit {@code probability} or {@code target}
     * @param threshold probability from which the class is 1; absent for regression
     * @param interval absent where the model has no intervals
     */
    public record Output(
            String name,
            String unit,
            @Nullable Double threshold,
            @Nullable Interval interval) {}

    /**
     * Two further outputs, of the shape and unit of the first, between which a new row's target lies in so many cases.
     *
     * @param level share of new rows, between 0 and 1
     */
    public record Interval(String low, String high, double level) {}

    /**
     * The question that the model answers. Two models are comparable only if task, target and filter agree.
     *
     * @param trainWhere filter of the labelled rows; absent if none
     * @param targetScale scale on which the model was fitted
     * @param holdout which rows were held out, all others being trained on; folds hold nothing out: every labelled row was trained on
     */
    public record Question(
            Task task,
            Roles roles,
            @Nullable String trainWhere,
            String targetScale,
            String weight,
            Partition holdout) {}

    /**
     * One row that no table held, with its prediction.
     *
     * @param values a number, a text or null for each input, in the order of {@link Contract#inputs()}
     */
    public record Canary(List<@Nullable Object> values, double expected) {
        public Canary {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
