package io.plimsoll.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Dataset versions in figures: as they were stored with the rows, or made of the rows where none were. */
public final class DatasetProfiles {
    private final Workspace workspace;
    private final Engine engine;
    private final EngineLimits limits;

    public DatasetProfiles(Workspace workspace, Engine engine, EngineLimits limits) {
        this.workspace = workspace;
        this.engine = engine;
        this.limits = limits;
    }

    /**
     * @param scratch a local folder
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if what was stored is missing or has changed
     */
    public DatasetProfile of(DatasetVersion version, Path scratch) {
        return workspace
                .artifacts()
                .datasetProfile(version.sha256())
                .flatMap(DatasetProfile::read)
                .orElseGet(() -> made(version, scratch));
    }

    private DatasetProfile made(DatasetVersion version, Path scratch) {
        try {
            Path folder = Files.createTempDirectory(scratch, "profile-");
            Path file = folder.resolve("data.parquet");
            workspace.artifacts().copyDataset(version.sha256(), file);
            try (Snapshots snapshots = engine.snapshots(List.of(file), folder, limits)) {
                return DatasetProfile.of(snapshots.tables().get(0), names(version));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key, and the groups of the runs that used it. */
    private Set<String> names(DatasetVersion version) {
        Set<String> names = new HashSet<>();
        names.add(version.key());
        workspace.datasets().runsOf(version.name(), version.version()).stream()
                .flatMap(id -> workspace.runs().find(id).stream())
                .forEach(run -> names.add(group(run)));
        return names;
    }

    private static String group(RunRecord run) {
        try {
            JsonNode config = CanonicalJson.read(run.config(), JsonNode.class);
            return config.path("models")
                    .path(run.modelType())
                    .path("data")
                    .path("group")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException("the config of " + run.id() + " is not what Plimsoll wrote", e);
        }
    }
}
