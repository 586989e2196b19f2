package io.plimsoll.server.pages.models;

import io.plimsoll.card.Charts;
import io.plimsoll.card.Ruling;
import io.plimsoll.data.SourceFile;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.models.ModelState;
import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.pages.line.Gauge;
import io.plimsoll.server.pages.line.RuleView;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version as its page shows it.
 *
 * @param gauge absent where it has no figure
 * @param rules of the verdict under which it was registered
 * @param metrics by name
 * @param tags all others
 * @param charts of the rows that judged, as markup
 * @param run absent where nothing is remembered of it
 */
record VersionPage(
        ModelVersion version,
        @Nullable Gauge gauge,
        Ruling ruling,
        List<RuleView> rules,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> tags,
        Lineage lineage,
        String charts,
        @Nullable RunRecord run,
        String state) {
    private static final String METRIC = "metric.";

    /**
     * From the files to the predictions.
     *
     * @param sources as they are called
     * @param dataset absent where nothing is known of it
     * @param scorings runs that scored with this model, whatever their version
     */
    record Lineage(List<String> sources, @Nullable DatasetVersion dataset, int scorings) {
        static Lineage of(ModelVersion version, Workspace workspace, Discretion discretion) {
            return new Lineage(
                    workspace.datasets().sourcesOf(version.runId()).stream()
                            .map(SourceFile::file)
                            .map(discretion::of)
                            .toList(),
                    workspace.datasets().ofRun(version.runId()).orElse(null),
                    workspace.runs().scorings(version.model()).size());
        }
    }

    static VersionPage of(ModelVersion version, Workspace workspace, Discretion discretion) {
        Ruling ruling = Ruling.of(version);
        VerdictReport verdict = ruling.verdict();
        RunRecord run = workspace.runs().find(version.runId()).orElse(null);
        SortedMap<String, Double> metrics = new TreeMap<>();
        SortedMap<String, String> tags = new TreeMap<>();
        version.tags().forEach((name, value) -> {
            if (name.startsWith(METRIC)) {
                metrics.put(name.substring(METRIC.length()), Double.valueOf(value));
            } else {
                tags.put(name, discretion.of(value));
            }
        });
        return new VersionPage(
                version,
                AgainstLine.of(version).map(Gauge::of).orElse(null),
                ruling,
                verdict == null
                        ? List.of()
                        : verdict.rules().stream().map(RuleView::of).toList(),
                metrics,
                tags,
                Lineage.of(version, workspace, discretion),
                run == null ? "" : Charts.ofRun(run, workspace.artifacts()),
                run,
                ModelState.of(version.model(), workspace.models()).tag().value());
    }

    public boolean isChampion() {
        return version.aliases().contains(ModelVersion.CHAMPION);
    }

    public boolean isWaiting() {
        return version.state() == VersionState.PENDING;
    }

    public boolean isOpen() {
        return version.state() == VersionState.ACTIVE || isWaiting();
    }
}
