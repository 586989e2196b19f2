package io.plimsoll.local.onnx;

import io.plimsoll.artifact.Contract;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns away batches with categories that the contract says must be refused. The graph itself could not say no. */
final class UnseenCategories {
    private final List<Guarded> columns = new ArrayList<>();

    UnseenCategories(List<Contract.Input> inputs) {
        List<Contract.Input> texts = inputs.stream()
                .filter(input -> input.kind() == Contract.Kind.TEXT)
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            Contract.Input input = texts.get(i);
            if (input.refuseUnseen()) {
                columns.add(new Guarded(input.column(), i, new HashSet<>(Objects.requireNonNull(input.levels()))));
            }
        }
    }

    /** @throws PlimsollException with {@code UNSEEN_CATEGORY}, a fault for each column, with the number of its rows */
    void refuse(Batch batch) {
        List<Fault> faults = new ArrayList<>();
        for (Guarded column : columns) {
            long rows = column.unseen(batch);
            if (rows > 0) {
                faults.add(
                        new Fault(
                                ErrorCode.UNSEEN_CATEGORY,
                                rows + " of " + batch.rows()
                                        + " rows have a category that the model was not trained on",
                                "column " + column.name,
                                "Correct the column, train again on data that have these categories, or let features.unseen be all_zeros."));
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private record Guarded(String name, int text, Set<String> levels) {
        long unseen(Batch batch) {
            @Nullable String[] values = batch.texts().get(text);
            return IntStream.range(0, batch.rows())
                    .filter(row -> isUnseen(values[row]))
                    .count();
        }

        private boolean isUnseen(@Nullable String value) {
            return value != null && !value.isEmpty() && !levels.contains(value);
        }
    }
}
