package io.plimsoll.server.datasets;

import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import io.plimsoll.server.fault.Discretion;
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
 * @param columns only where one version is asked for, as are those that follow
 * @param sources the files that the first run made it of
 * @param runs those that used it, in the order in which they started
 * @param erased when and why its rows were erased; absent while they are there
 */
record DatasetResource(
        String name,
        int version,
        String sha256,
        String key,
        long rows,
        String firstRun,
        Instant created,
        int runCount,
        @Nullable List<TypedColumn> columns,
        @Nullable List<Source> sources,
        @Nullable List<String> runs,
        @Nullable Erased erased) {
    record TypedColumn(String name, String type) {
        static TypedColumn of(Column column) {
            return new TypedColumn(column.name(), column.type().name());
        }
    }

    record Source(String source, String file, long rows, long bytes, String sha256) {
        static Source of(SourceFile file, Discretion discretion) {
            return new Source(file.source(), discretion.of(file.file()), file.rows(), file.bytes(), file.sha256());
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
        return of(
                version,
                runs.size(),
                new Details(
                        version.columns().stream().map(TypedColumn::of).toList(),
                        catalog.sourcesOf(version.firstRun()).stream()
                                .map(file -> Source.of(file, discretion))
                                .toList(),
                        runs,
                        erased));
    }

    private static Erased erased(Erasure erasure) {
        return new Erased(erasure.erased(), erasure.actor(), erasure.reason());
    }

    /** What is told only where one version is asked for. */
    private record Details(
            @Nullable List<TypedColumn> columns,
            @Nullable List<Source> sources,
            @Nullable List<String> runs,
            @Nullable Erased erased) {
        private static final Details NONE = new Details(null, null, null, null);
    }

    private static DatasetResource of(DatasetVersion version, int runCount, Details details) {
        return new DatasetResource(
                version.name(),
                version.version(),
                version.sha256(),
                version.key(),
                version.rows(),
                version.firstRun(),
                version.created(),
                runCount,
                details.columns(),
                details.sources(),
                details.runs(),
                details.erased());
    }
}
