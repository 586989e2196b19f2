package io.plimsoll.server.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.server.runs.RunResource;
import io.plimsoll.server.runs.RunResource.Origin;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model.
 *
 * @param tags metrics, dataset, config and environment
 * @param verdict under which it was registered; only where one version is asked for, as are those that follow
 * @param dataset that its run used
 * @param sources the files that its run read
 */
record VersionResource(
        String model,
        int version,
        String sha256,
        String run,
        Instant created,
        VersionState state,
        SortedSet<String> aliases,
        SortedMap<String, String> tags,
        @JsonRawValue @Nullable String verdict,
        RunResource.@Nullable Dataset dataset,
        @Nullable List<RunResource.Source> sources) {
    static VersionResource summary(ModelVersion version) {
        return of(version, null, null);
    }

    static VersionResource whole(ModelVersion version, Origin origin) {
        return of(version, version.verdict(), origin);
    }

    private static VersionResource of(ModelVersion version, @Nullable String verdict, @Nullable Origin origin) {
        return new VersionResource(
                version.model(),
                version.version(),
                version.sha256(),
                version.runId(),
                version.created(),
                version.state(),
                version.aliases(),
                version.tags(),
                verdict,
                origin == null ? null : origin.dataset(),
                origin == null ? null : origin.sources());
    }
}
