package io.plimsoll.server.pages.datasets;

import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset version as its page shows it.
 *
 * @param versions all of its name, the newest first
 * @param before the version before; absent for the first
 * @param added columns that the version before had not
 * @param removed columns that only the version before had
 * @param runs that used it, the latest first, at most {@value #MOST_RUNS}
 * @param runCount how many there are
 * @param erasure absent while its rows are there
 */
record DatasetPage(
        DatasetVersion version,
        List<DatasetVersion> versions,
        @Nullable DatasetVersion before,
        List<String> added,
        List<String> removed,
        List<Source> sources,
        List<RunRecord> runs,
        int runCount,
        @Nullable Erasure erasure) {
    private static final int MOST_RUNS = 20;

    record Source(String source, String file, long rows, long bytes, String sha256) {
        static Source of(SourceFile file, Discretion discretion) {
            return new Source(file.source(), discretion.of(file.file()), file.rows(), file.bytes(), file.sha256());
        }
    }

    static DatasetPage of(DatasetVersion version, Workspace workspace, Discretion discretion) {
        DatasetCatalog catalog = workspace.datasets();
        DatasetVersion before =
                catalog.version(version.name(), version.version() - 1).orElse(null);
        List<String> now = names(version);
        List<String> then = before == null ? now : names(before);
        List<String> runs = catalog.runsOf(version.name(), version.version());
        return new DatasetPage(
                version,
                catalog.versions(version.name()),
                before,
                now.stream().filter(column -> !then.contains(column)).toList(),
                then.stream().filter(column -> !now.contains(column)).toList(),
                catalog.sourcesOf(version.firstRun()).stream()
                        .map(file -> Source.of(file, discretion))
                        .toList(),
                latest(runs, workspace),
                runs.size(),
                catalog.erasure(version.name(), version.version()).orElse(null));
    }

    private static List<String> names(DatasetVersion version) {
        return version.columns().stream().map(Column::name).toList();
    }

    private static List<RunRecord> latest(List<String> runs, Workspace workspace) {
        int all = runs.size();
        return IntStream.range(0, Math.min(MOST_RUNS, all))
                .mapToObj(i -> runs.get(all - 1 - i))
                .flatMap(run -> workspace.runs().find(run).stream())
                .toList();
    }
}
