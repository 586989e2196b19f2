package io.plimsoll.storage;

import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.storage.postgresql.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Registers candidates in one workspace after another, in a race with other processes. Arguments: name, candidates, folders; each folder may
 * be followed by {@code @port/schema} of a PostgreSQL of the tests.
 */
final class RegisteringMain {
    private RegisteringMain() {}

    public static void main(String[] arguments) throws IOException {
        ChildProcess.waitForParent();
        for (int i = 2; i < arguments.length; i++) {
            try (LocalWorkspace workspace = open(arguments[i])) {
                RegistrationRace.run(workspace, "lung", arguments[0], Integer.parseInt(arguments[1]));
            }
        }
    }

    private static LocalWorkspace open(String where) {
        int at = where.lastIndexOf('@');
        if (at < 0) {
            return LocalWorkspace.open(Path.of(where), Clock.systemUTC());
        }
        Path folder = Path.of(where.substring(0, at));
        String place = where.substring(at + 1);
        int slash = place.indexOf('/');
        return LocalWorkspace.open(
                Server.place(Integer.parseInt(place.substring(0, slash)), place.substring(slash + 1)),
                folder,
                Clock.systemUTC(),
                folder.resolve("checkpoints"));
    }
}
