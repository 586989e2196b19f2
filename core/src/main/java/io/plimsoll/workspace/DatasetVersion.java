package io.plimsoll.workspace;

import io.plimsoll.data.Column;
import java.time.Instant;
import java.util.List;

/**
 * An immutable snapshot of a modelling table.
 *
 * @param name the indication
 * @param version 1, 2, … per name; the same content keeps its version
 * @param sha256 hash of the content, whatever the order of its rows and columns
 * @param key the column that tells rows apart, as the first run had it
 * @param firstRun the run that met this content first
 */
public record DatasetVersion(
        String name,
        int version,
        String sha256,
        String key,
        long rows,
        List<Column> columns,
        String firstRun,
        Instant created) {
    public DatasetVersion {
        columns = List.copyOf(columns);
    }

    /** {@code lung@3}. */
    public String reference() {
        return name + "@" + version;
    }
}
