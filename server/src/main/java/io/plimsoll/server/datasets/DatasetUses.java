package io.plimsoll.server.datasets;

import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.runs.RunResource;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs that used a dataset version, the latest first. */
record DatasetUses(Workspace workspace, Discretion discretion) {
    private static final Comparator<RunRecord> LATEST_FIRST = Comparator.comparing(RunRecord::started)
            .thenComparing(RunRecord::id)
            .reversed();

    /**
     * A run that used a version.
     *
     * @param sources what it made the dataset of
     * @param models what it made from it
     */
    record Use(RunResource run, List<RunResource.Source> sources, List<Made> models) {}

    /** A version of a model that a run made. */
    record Made(String model, int version) {}

    /** @param after the run with which the page before ended */
    Page<Use> page(DatasetVersion version, Limit limit, @Nullable String after) {
        List<RunRecord> runs = workspace.datasets().runsOf(version.name(), version.version()).stream()
                .flatMap(id -> workspace.runs().find(id).stream())
                .sorted(LATEST_FIRST)
                .toList();
        List<RunRecord> rest = runs.stream()
                .dropWhile(run -> after != null && !run.id().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit.oneMore())
                .toList();
        return Page.of(rest, limit, RunRecord::id).map(this::use);
    }

    private Use use(RunRecord run) {
        return new Use(
                RunResource.summary(run, discretion),
                RunResource.Source.of(run.id(), workspace.datasets(), discretion),
                workspace.models().madeBy(run.id()).stream()
                        .map(made -> new Made(made.model(), made.version()))
                        .toList());
    }
}
