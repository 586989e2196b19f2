package io.plimsoll.project;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.config.WorkspaceConfig;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import io.plimsoll.storage.metadata.PostgresPlace;
import io.plimsoll.storage.postgresql.Login;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a workspace lies. */
public sealed interface WorkspacePlace {
    /** @param checkpoints the second place of the end of the event log; null: in the workspace */
    LocalWorkspace open(Clock clock, @Nullable Path checkpoints);

    /** Makes the workspace of a backup. */
    Copied restore(Path backup);

    /** Makes the workspace a copy of another. */
    Copied copy(LocalWorkspace from);

    /** What to call it, for people. */
    String shown();

    /** What {@code workspace} has to say in the {@code plimsoll.yml} of a project for this place. */
    String yaml(Path project);

    private static String inside(Path project, Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        Path root = project.toAbsolutePath().normalize();
        return whole.startsWith(root) && !whole.equals(root)
                ? root.relativize(whole).toString()
                : whole.toString();
    }

    /** All in one folder. */
    record InFolder(Path folder) implements WorkspacePlace {
        @Override
        public LocalWorkspace open(Clock clock, @Nullable Path checkpoints) {
            return checkpoints == null
                    ? LocalWorkspace.open(folder, clock)
                    : LocalWorkspace.open(folder, clock, checkpoints);
        }

        @Override
        public Copied restore(Path backup) {
            return LocalWorkspace.restore(backup, folder);
        }

        @Override
        public Copied copy(LocalWorkspace from) {
            return from.copyTo(folder);
        }

        @Override
        public String shown() {
            return folder.toString();
        }

        @Override
        public String yaml(Path project) {
            return inside(project, folder);
        }
    }

    /** Files in a folder, all else in PostgreSQL. */
    record InDatabase(PostgresPlace place, Path artifacts) implements WorkspacePlace {
        @Override
        public LocalWorkspace open(Clock clock, @Nullable Path checkpoints) {
            Path second = checkpoints == null ? artifacts.resolve(LocalWorkspace.CHECKPOINTS) : checkpoints;
            return LocalWorkspace.open(place, artifacts, clock, second);
        }

        @Override
        public Copied restore(Path backup) {
            return LocalWorkspace.restore(backup, place, artifacts);
        }

        @Override
        public Copied copy(LocalWorkspace from) {
            return from.copyTo(place, artifacts);
        }

        @Override
        public String shown() {
            return place.shown() + ", files in " + artifacts;
        }

        @Override
        public String yaml(Path project) {
            String schema = place.schema().equals(WorkspaceConfig.USUAL_SCHEMA) ? "" : ", schema: " + place.schema();
            return "{database: " + place.name() + ", artifacts: " + inside(project, artifacts) + schema + "}";
        }
    }

    /**
     * Where a project says that its workspace lies.
     *
     * @param environment where passwords lie
     */
    static WorkspacePlace of(
            WorkspaceConfig said,
            Path project,
            Map<String, DatabaseConfig> databases,
            Map<String, String> environment) {
        if (said.database() == null) {
            return new InFolder(project.resolve(Objects.requireNonNull(said.path(), "checked with the config")));
        }
        DatabaseConfig config = databases.get(said.database());
        if (config == null) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "'" + said.database() + "' is not a database of plimsoll.yml"
                            + NearMatch.hint(said.database(), databases.keySet()),
                    "",
                    databases.isEmpty()
                            ? "add it there under 'databases'"
                            : "one of: " + String.join(", ", databases.keySet()));
        }
        Path artifacts = project.resolve(Objects.requireNonNull(said.artifacts(), "checked with the config"));
        Login login = new Login(said.database(), config, environment);
        return new InDatabase(new PostgresPlace(login, said.database(), said.schema()), artifacts);
    }
}
