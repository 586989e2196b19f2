package io.plimsoll.card;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnProfile;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.DatasetVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of the modelling table in figures. Of features and target it tells how values are spread, of all other columns counts alone: keys,
 * groups and whatever else might name somebody stay where they are.
 */
record TableProfile(List<Entry> columns) {
    /** A value that fewer rows have is not named. */
    private static final int FEWEST_ROWS = 10;

    private static final int MOST_LEVELS = 5;

    TableProfile {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param top the most frequent values, the first one first; empty for numbers, and for columns that are neither feature nor target
     */
    record Entry(Column column, ColumnProfile profile, List<Level> top) {
        Entry {
            top = List.copyOf(top);
        }
    }

    /**
     * Empty where the snapshot is gone or damaged.
     *
     * @param shown features and target
     */
    static Optional<TableProfile> of(
            DatasetVersion version, Set<String> shown, ArtifactStore artifacts, Opening opening) {
        Path file = opening.scratch().resolve("table.parquet");
        try {
            artifacts.copyDataset(version.sha256(), file);
        } catch (PlimsollException damaged) {
            return Optional.empty();
        }
        try (Snapshots snapshots = opening.engine().snapshots(List.of(file), opening.scratch(), opening.limits())) {
            Dataset table = snapshots.tables().get(0);
            return Optional.of(new TableProfile(table.columns().stream()
                    .map(column -> entry(table, column, shown.contains(column.name())))
                    .toList()));
        }
    }

    /** What it takes to open a snapshot. */
    record Opening(Engine engine, EngineLimits limits, Path scratch) {}

    private static Entry entry(Dataset table, Column column, boolean isShown) {
        if (!isShown) {
            return new Entry(column, ColumnProfile.countsOf(table, column), List.of());
        }
        ColumnProfile profile = ColumnProfile.of(table, column);
        return new Entry(column, profile, profile.numbers() == null ? top(table, column) : List.of());
    }

    private static List<Level> top(Dataset table, Column column) {
        return table.levels(column.name()).stream()
                .filter(level -> level.rows() >= FEWEST_ROWS)
                .limit(MOST_LEVELS)
                .toList();
    }
}
