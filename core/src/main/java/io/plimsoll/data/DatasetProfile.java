package io.plimsoll.data;

import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset in figures, column by column, in the order of the table. Of keys, groups and texts like an id it holds counts alone.
 *
 * @param format of this record; 1
 */
public record DatasetProfile(int format, long rows, List<ColumnFigures> columns) {
    private static final int FORMAT = 1;

    public DatasetProfile {
        columns = List.copyOf(columns);
    }

    /** @param names columns whose values name rows or groups */
    public static DatasetProfile of(Dataset dataset, Set<String> names) {
        List<String> quantities = dataset.columns().stream()
                .filter(column -> ColumnFigures.isQuantity(column) && !names.contains(column.name()))
                .map(Column::name)
                .toList();
        Map<String, NumberFigures> numbers = NumberFigures.of(dataset, quantities);
        return new DatasetProfile(
                FORMAT,
                dataset.rows(),
                dataset.columns().stream()
                        .map(column -> ColumnFigures.of(dataset, column, names, numbers))
                        .toList());
    }

    public Optional<ColumnFigures> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The bytes under which it is stored. */
    public byte[] file() {
        return CanonicalJson.indented(this).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #file} wrote; empty if another version of Plimsoll wrote it otherwise. */
    public static Optional<DatasetProfile> read(byte[] file) {
        try {
            return Optional.of(CanonicalJson.read(file, DatasetProfile.class))
                    .filter(profile -> profile.format == FORMAT);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
