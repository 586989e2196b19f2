package io.plimsoll.storage;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Samples;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Stores and registers models as runs do, files first, and says so after each one; it is ended from outside, or by what the system refuses.
 * Arguments: folder, the first part of the runs' ids, how many models.
 */
final class StoringMain {
    /** Nothing was registered; a fault was told. */
    static final int REFUSED = 3;

    /** The model was registered, and then a fault was told. */
    static final int REFUSED_AFTERWARDS = 4;

    private final Workspace workspace;

    private StoringMain(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String[] arguments) {
        int exit = 0;
        try (LocalWorkspace workspace = LocalWorkspace.open(Path.of(arguments[0]), Clock.systemUTC())) {
            for (int i = 0; i < Integer.parseInt(arguments[2]) && exit == 0; i++) {
                exit = new StoringMain(workspace).run(arguments[1] + "-" + i);
            }
        } catch (PlimsollException e) {
            exit = exit == 0 ? REFUSED_AFTERWARDS : exit;
        }
        System.exit(exit);
    }

    /** Makes one whole run and its version. */
    static void store(Workspace workspace, String runId) {
        if (new StoringMain(workspace).run(runId) != 0) {
            throw new IllegalStateException("the run was refused");
        }
    }

    private int run(String runId) {
        int number = 0;
        try {
            workspace.runs().begin(Samples.runOf("lung", runId));
            for (StepName step : RunKind.TRAINING.steps()) {
                if (step != StepName.REGISTER) {
                    step(runId, step);
                }
            }
            number = register(runId);
            step(runId, StepName.REGISTER);
            workspace.runs().end(Samples.ended(Samples.runOf("lung", runId), RunStatus.SUCCEEDED));
            System.out.println(number);
            return 0;
        } catch (PlimsollException e) {
            return number == 0 ? REFUSED : REFUSED_AFTERWARDS;
        }
    }

    private void step(String runId, StepName step) {
        workspace.runs().step(runId, new StepRecord(step, StepStatus.SUCCEEDED, 1, "done"));
    }

    private int register(String runId) {
        ModelFiles files = Samples.model(runId);
        workspace.artifacts().putModel(files);
        ModelVersion sample = Samples.candidate("lung", runId, runId);
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
