package io.plimsoll.cli.show;

import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;

/**
 * A dataset version in a list.
 *
 * @param runs how many used it
 */
public record DatasetLine(DatasetVersion version, int runs) {
    public static List<DatasetLine> of(List<DatasetVersion> versions, DatasetCatalog catalog) {
        return versions.stream()
                .map(version -> new DatasetLine(
                        version,
                        catalog.runsOf(version.name(), version.version()).size()))
                .toList();
    }
}
