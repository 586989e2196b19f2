package io.plimsoll.storage;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Samples;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Stores and registers models, files first, and says so after each one; it is ended from outside. Arguments: folder, the run's id, how many
 * models.
 */
final class StoringMain {
    private StoringMain() {}

    public static void main(String[] arguments) {
        try (LocalWorkspace workspace = LocalWorkspace.open(Path.of(arguments[0]), Clock.systemUTC())) {
            String runId = arguments[1];
            workspace.runs().begin(Samples.run(runId));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                System.out.println(store(workspace, runId, runId + " " + i));
            }
        }
    }

    private static int store(Workspace workspace, String runId, String content) {
        ModelFiles files = Samples.model(content);
        workspace.artifacts().putModel(files);
        ModelVersion sample = Samples.candidate("lung", runId, content);
        ModelVersion candidate = new ModelVersion(
                sample.model(),
                sample.version(),
                files.sha256(),
                runId,
                sample.created(),
                sample.tags(),
                sample.verdict(),
                sample.aliases(),
                VersionState.ACTIVE);
        return new RegistrationRace(workspace.models(), "lung")
                .register(candidate)
                .version();
    }
}
