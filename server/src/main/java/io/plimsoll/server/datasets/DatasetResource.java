package io.plimsoll.server.datasets;

import io.plimsoll.data.Column;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.runs.RunResource.Source;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a dataset.
 *
 * @param runCount how many runs used it
 * @param sources the files that the first run made it of; only where one version is asked for, as are those that follow
 * @param runs those that used it, in the order in which they started
 * @param erased when and why its rows were erased; absent while they are there
 */
record DatasetResource(
        String name,
        int version,
        String sha256,
        String key,
        long rows,
        List<TypedColumn> columns,
        String firstRun,
        Instant created,
        int runCount,
        @Nullable List<Source> sources,
        @Nullable List<String> runs,
        @Nullable Erased erased) {
    record TypedColumn(String name, String type) {
        static TypedColumn of(Column column) {
            return new TypedColumn(column.name(), column.type().name());
        }
    }

    record Erased(Instant at, String actor, String reason) {}

    static DatasetResource summary(DatasetVersion version, DatasetCatalog catalog) {
        int runs = catalog.runsOf(version.name(), version.version()).size();
        return of(version, runs, Details.NONE);
    }

    static DatasetResource whole(DatasetVersion version, DatasetCatalog catalog, Discretion discretion) {
        List<String> runs = catalog.runsOf(version.name(), version.version());
        Erased erased = catalog.erasure(version.name(), version.version())
                .map(DatasetResource::erased)
                .orElse(null);
        return of(version, runs.size(), new Details(Source.of(version.firstRun(), catalog, discretion), runs, erased));
    }

    private static Erased erased(Erasure erasure) {
        return new Erased(erasure.erased(), erasure.actor(), erasure.reason());
    }

    /** What is told only where one version is asked for. */
    private record Details(
            @Nullable List<Source> sources,
            @Nullable List<String> runs,
            @Nullable Erased erased) {
        private static final Details NONE = new Details(null, null, null);
    }

    private static DatasetResource of(DatasetVersion version, int runCount, Details details) {
        return new DatasetResource(
                version.name(),
                version.version(),
                version.sha256(),
                version.key(),
                version.rows(),
                version.columns().stream().map(TypedColumn::of).toList(),
                version.firstRun(),
                version.created(),
                runCount,
                details.sources(),
                details.runs(),
                details.erased());
    }
}
