package io.plimsoll.storage;

import io.plimsoll.contracts.StepResultsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalStepResultsTest extends StepResultsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
