package io.plimsoll.storage;

import io.plimsoll.contracts.RegistrationRace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Registers candidates in one workspace after another, in a race with other processes. Arguments: name, candidates, folders. */
final class RegisteringMain {
    private RegisteringMain() {}

    public static void main(String[] arguments) throws IOException {
        ChildProcess.waitForParent();
        for (int i = 2; i < arguments.length; i++) {
            try (LocalWorkspace workspace = LocalWorkspace.open(Path.of(arguments[i]), Clock.systemUTC())) {
                RegistrationRace.run(workspace, "lung", arguments[0], Integer.parseInt(arguments[1]));
            }
        }
    }
}
