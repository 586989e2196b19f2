package io.plimsoll.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a modelling table is from the one that the champion was trained on.
 *
 * @param against the champion and its dataset, or why nothing was compared
 * @param rowsBefore rows of the champion's table; absent where nothing was compared
 * @param columns features and the target, as far as the champion's table had them
 */
public record Drift(String against, @Nullable Long rowsBefore, long rowsAfter, List<ColumnDrift> columns) {
    public Drift {
        columns = List.copyOf(columns);
    }
}
