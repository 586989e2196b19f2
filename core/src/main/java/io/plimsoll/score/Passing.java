package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contract.Kind;
import io.plimsoll.data.Batch;
import io.plimsoll.data.DatasetProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is noted of rows while they come by, in their order. */
final class Passing {
    private final OutputLayout layout;
    private final List<InputFigures> numbers = new ArrayList<>();
    private final List<InputFigures> texts = new ArrayList<>();
    private final List<InputFigures> inputs = new ArrayList<>();
    private final KeySet keys;
    private long rows;
    private long keyless;
    private long repeated;

    /**
     * @param trained what the model was trained on; null where it is not known
     * @param expected how many rows will come at most; negative where nobody knows
     */
    Passing(Contract contract, OutputLayout layout, @Nullable DatasetProfile trained, long expected) {
        this.keys = new KeySet(expected);
        this.layout = layout;
        for (Contract.Input input : contract.inputs()) {
            InputFigures figures = new InputFigures(
                    input,
                    trained == null ? null : trained.column(input.column()).orElse(null));
            inputs.add(figures);
            (input.kind() == Kind.NUMBER ? numbers : texts).add(figures);
        }
    }

    void add(Batch read) {
        rows += read.rows();
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).add(read.numbers().get(i), read.rows());
        }
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).add(read.texts().get(i), read.rows());
        }
        @Nullable String[] key = layout.keys(read);
        for (int row = 0; row < read.rows(); row++) {
            String of = key[row];
            if (of == null || of.isEmpty()) {
                keyless++;
            } else if (!keys.add(of)) {
                repeated++;
            }
        }
    }

    long rows() {
        return rows;
    }

    /** Rows without a key. */
    long keyless() {
        return keyless;
    }

    /** Rows whose key was probably there before. */
    long repeated() {
        return repeated;
    }

    List<InputFigures> inputs() {
        return inputs;
    }
}
