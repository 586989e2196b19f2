package io.plimsoll.engine;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnChange;
import io.plimsoll.data.Dataset;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.DatasetVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares dataset versions by their snapshots. */
public final class DatasetComparison {
    private final ArtifactStore artifacts;
    private final Engine engine;
    private final EngineLimits limits;

    public DatasetComparison(ArtifactStore artifacts, Engine engine, EngineLimits limits) {
        this.artifacts = artifacts;
        this.engine = engine;
        this.limits = limits;
    }

    /**
     * @param scratch an empty local folder
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if a snapshot is not the one that was stored
     */
    public DatasetDifference compare(DatasetVersion before, DatasetVersion after, Path scratch) {
        Path first = scratch.resolve("before.parquet");
        Path second = scratch.resolve("after.parquet");
        artifacts.copyDataset(before.sha256(), first);
        artifacts.copyDataset(after.sha256(), second);
        try (Snapshots snapshots = engine.snapshots(List.of(first, second), scratch, limits)) {
            return compare(before, after, snapshots);
        }
    }

    private static DatasetDifference compare(DatasetVersion before, DatasetVersion after, Snapshots snapshots) {
        Dataset first = snapshots.tables().get(0);
        Dataset second = snapshots.tables().get(1);
        List<String> common = namesIn(second.columns(), names(first.columns()));
        return new DatasetDifference(
                before,
                after,
                rows(snapshots, sharedKey(before, after), common),
                without(second.columns(), common),
                without(first.columns(), common),
                common.stream()
                        .map(column -> isKey(column, before, after)
                                ? ColumnChange.ofNames(first, second, column)
                                : ColumnChange.between(first, second, column))
                        .toList());
    }

    private static @Nullable RowDifference rows(Snapshots snapshots, @Nullable String key, List<String> common) {
        if (key == null) {
            return null;
        }
        List<Dataset> tables = snapshots.tables();
        List<String> others =
                common.stream().filter(column -> !column.equals(key)).toList();
        return snapshots.compare(tables.get(0), tables.get(1), key, others);
    }

    private static @Nullable String sharedKey(DatasetVersion before, DatasetVersion after) {
        return before.key().equals(after.key()) ? before.key() : null;
    }

    private static boolean isKey(String column, DatasetVersion before, DatasetVersion after) {
        return column.equals(before.key()) || column.equals(after.key());
    }

    private static Set<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    private static List<String> namesIn(List<Column> columns, Set<String> wanted) {
        return columns.stream().map(Column::name).filter(wanted::contains).toList();
    }

    private static List<Column> without(List<Column> columns, List<String> names) {
        return columns.stream().filter(column -> !names.contains(column.name())).toList();
    }
}
