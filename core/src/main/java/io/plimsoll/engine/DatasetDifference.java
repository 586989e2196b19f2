package io.plimsoll.engine;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnChange;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two dataset versions differ.
 *
 * @param rows absent where rows cannot be matched, because the versions have different keys
 * @param added columns that only the second has
 * @param removed columns that only the first has
 * @param common columns of both, in the order of the second
 */
public record DatasetDifference(
        DatasetVersion before,
        DatasetVersion after,
        @Nullable RowDifference rows,
        List<Column> added,
        List<Column> removed,
        List<ColumnChange> common) {
    public DatasetDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        common = List.copyOf(common);
    }

    /** Whether both have the same content. */
    public boolean isNone() {
        return before.sha256().equals(after.sha256());
    }
}
