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
 * @param firstRun the run that met this content first
 */
public record DatasetVersion(
        String name, int version, String sha256, long rows, List<Column> columns, String firstRun, Instant created) {
    public DatasetVersion {
        columns = List.copyOf(columns);
    }
}
