package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.train.AllRows;
import java.util.List;

/**
 * Whether two models predict the same for the same rows.
 *
 * @param rows number of rows that both were asked about
 * @param disagreements rows for which they do not agree within {@link Tolerance}; all, if one of them cannot read the rows
 */
public record Agreement(int rows, int disagreements) {
    /** @param reference the model whose predictions are taken for right */
    public static Agreement on(Dataset rows, Predictor reference, Predictor other) {
        int count = Math.toIntExact(rows.rows());
        if (!reads(reference.contract(), rows) || !reads(other.contract(), rows)) {
            return new Agreement(count, count);
        }
        Tolerance tolerance = Tolerance.around(AllRows.predicted(rows, reference));
        return new Agreement(count, tolerance.disagreements(AllRows.predicted(rows, other)));
    }

    private static boolean reads(Contract contract, Dataset rows) {
        List<String> names = rows.columns().stream().map(Column::name).toList();
        return contract.inputs().stream().map(Contract.Input::column).allMatch(names::contains);
    }
}
