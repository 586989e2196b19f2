package io.plimsoll.cli.show;

import io.plimsoll.data.SourceFile;
import io.plimsoll.pipeline.RunReport.DatasetReference;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run started from.
 *
 * @param dataset absent if the run never came so far
 * @param sources the files that the dataset was made of
 */
public record Origin(@Nullable DatasetReference dataset, List<SourceFile> sources) {
    public Origin {
        sources = List.copyOf(sources);
    }

    public static Origin of(String runId, DatasetCatalog catalog) {
        return new Origin(catalog.ofRun(runId).map(Origin::reference).orElse(null), catalog.sourcesOf(runId));
    }

    private static DatasetReference reference(DatasetVersion version) {
        return new DatasetReference(version.name(), version.version(), version.sha256(), version.rows());
    }

    /** Adds {@code dataset} and {@code sources} to what {@code --json} says of the run or of what it made. */
    public void addTo(Map<String, Object> data) {
        if (dataset != null) {
            data.put(
                    "dataset",
                    Map.of(
                            "name", dataset.name(),
                            "version", dataset.version(),
                            "sha256", dataset.sha256(),
                            "rows", dataset.rows()));
            data.put("sources", sources);
        }
    }

    /** The dataset, then the files that it was made of, a line each; empty if there is none. */
    public String text() {
        return dataset == null
                ? ""
                : String.format(
                                Locale.ROOT,
                                "dataset  %s@%d, %,d rows%n",
                                dataset.name(),
                                dataset.version(),
                                dataset.rows())
                        + files();
    }

    /** The files, a line each. */
    String files() {
        return sources.stream()
                .map(file -> String.format(
                        Locale.ROOT,
                        "source   %s: %s, %,d rows, %,d bytes, sha256 %s%n",
                        file.source(),
                        file.file(),
                        file.rows(),
                        file.bytes(),
                        file.sha256()))
                .collect(Collectors.joining());
    }
}
