package io.plimsoll.score;

import io.plimsoll.artifact.Contract.Kind;
import io.plimsoll.config.DriftConfig;
import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.fault.Fault;
import io.plimsoll.validate.ColumnDrift;
import io.plimsoll.validate.Drift;
import io.plimsoll.validate.DriftLimits;
import io.plimsoll.validate.Predecessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How far new rows are from those that the model was trained on, input by input. Their number says nothing, so it is not judged. */
final class ScoredDrift {
    private final Predecessor trained;
    private final DriftLimits limits;

    /** @param warnings takes what is worth knowing and ends nothing */
    ScoredDrift(Predecessor trained, DriftConfig limits, Consumer<Fault> warnings) {
        this.trained = trained;
        this.limits = new DriftLimits(trained.name(), limits, warnings);
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code DATA_DRIFT} where {@code data.drift.severity} is error */
    Drift of(Passing passing) {
        DatasetProfile before = trained.profile();
        if (before == null) {
            return new Drift(trained.name(), null, passing.rows(), List.of());
        }
        List<ColumnDrift> columns = new ArrayList<>();
        for (InputFigures input : passing.inputs()) {
            Optional<ColumnFigures> column = before.column(input.input().column());
            if (column.isPresent()) {
                ColumnDrift drift = of(input, column.get(), before.rows(), passing.rows());
                columns.add(drift);
                limits.judge(drift, passing.rows() - input.missing());
            }
        }
        limits.throwIfAny();
        return new Drift(trained.name(), before.rows(), passing.rows(), columns);
    }

    private static ColumnDrift of(InputFigures input, ColumnFigures before, long rowsBefore, long rows) {
        double missingBefore = rowsBefore == 0 ? 0 : (double) before.missing() / rowsBefore;
        double missing = rows == 0 ? 0 : (double) input.missing() / rows;
        return input.input().kind() == Kind.NUMBER
                ? ColumnDrift.ofNumbers(before, missingBefore, input.bins(), missing)
                : ColumnDrift.ofCategories(before, missingBefore, input.levels(), missing);
    }
}
