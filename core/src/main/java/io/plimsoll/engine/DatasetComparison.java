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
    private final Snapshots snapshots;
    private final Path folder;

    /** @param folder the scratch folder of {@code snapshots} */
    public DatasetComparison(ArtifactStore artifacts, Snapshots snapshots, Path folder) {
        this.artifacts = artifacts;
        this.snapshots = snapshots;
        this.folder = folder;
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if a snapshot is not the one that was stored */
    public DatasetDifference compare(DatasetVersion before, DatasetVersion after) {
        Dataset first = open(before, "before.parquet");
        Dataset second = open(after, "after.parquet");
        List<String> common = namesIn(second.columns(), names(first.columns()));
        return new DatasetDifference(
                before,
                after,
                rows(first, second, sharedKey(before, after), common),
                without(second.columns(), common),
                without(first.columns(), common),
                common.stream()
                        .map(column -> isKey(column, before, after)
                                ? ColumnChange.ofNames(first, second, column)
                                : ColumnChange.between(first, second, column))
                        .toList());
    }

    private Dataset open(DatasetVersion version, String name) {
        Path file = folder.resolve(name);
        artifacts.copyDataset(version.sha256(), file);
        return snapshots.open(file);
    }

    private @Nullable RowDifference rows(Dataset before, Dataset after, @Nullable String key, List<String> common) {
        if (key == null) {
            return null;
        }
        List<String> others =
                common.stream().filter(column -> !column.equals(key)).toList();
        return snapshots.compare(before, after, key, others);
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
