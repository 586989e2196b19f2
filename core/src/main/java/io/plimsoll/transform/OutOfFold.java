package io.plimsoll.transform;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Level;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.split.Fold;
import io.plimsoll.split.InnerFolds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Numbers of training rows that were learned without the fold of their group.
 *
 * @param columns those that are encoded by the target
 * @param foldOf from 0, by group
 */
public record OutOfFold(List<Column> columns, Map<String, Integer> foldOf) {
    /** For tables in which no column is encoded by the target. */
    public static final OutOfFold NOTHING = new OutOfFold(List.of(), Map.of());

    static final int FOLDS = 5;
    private static final String PURPOSE = "features.encode";

    public OutOfFold {
        columns = List.copyOf(columns);
        foldOf = Map.copyOf(foldOf);
    }

    /**
     * One column.
     *
     * @param categorical its index among the categorical columns
     * @param place its index among the feature columns
     * @param lookups by fold, each learned without it
     */
    public record Column(int categorical, int place, Lookups lookups) {}

    /** Gives the lookup that was learned without a fold. */
    @FunctionalInterface
    public interface Lookups {
        Encoding.Lookup without(int fold);
    }

    static Map<String, Integer> deal(TrainingSet training, Answers answers) {
        Map<String, Integer> foldOf = new HashMap<>();
        for (Fold fold : InnerFolds.of(training, answers.roles(), answers.task(), FOLDS, PURPOSE)) {
            for (Level group : fold.judged().rows().levels(answers.roles().group())) {
                foldOf.put(group.value(), fold.number() - 1);
            }
        }
        return foldOf;
    }

    /**
     * Puts the numbers of training rows in the place of those that other rows get.
     *
     * <p><b>Shape</b>: {@code matrix} is row-major with {@code width} columns, the rows of the batch being in it from {@code firstRow} on.
     *
     * @param groups index of the batch's text that is the group
     */
    public void overwrite(Batch batch, int groups, float[] matrix, int firstRow, int width) {
        for (Column column : columns) {
            for (int row = 0; row < batch.rows(); row++) {
                String group = Objects.requireNonNull(batch.texts().get(groups)[row]);
                int fold = Objects.requireNonNull(foldOf.get(group));
                matrix[(firstRow + row) * width + column.place()] =
                        column.lookups().without(fold).of(batch.texts().get(column.categorical())[row]);
            }
        }
    }
}
