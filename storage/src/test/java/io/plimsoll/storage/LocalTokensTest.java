package io.plimsoll.storage;

import io.plimsoll.contracts.TokensContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalTokensTest extends TokensContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock, folder.resolve("checkpoints"), FEW_ROUNDS);
    }
}
