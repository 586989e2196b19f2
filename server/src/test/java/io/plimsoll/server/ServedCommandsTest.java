package io.plimsoll.server;

import io.plimsoll.access.Role;
import io.plimsoll.server.Typed.Prompt;
import java.nio.file.Path;

/** With nothing but the server's address and a token. */
class ServedCommandsTest extends CommandContract {
    @Override
    Prompt prompt(SampleProject project, Served served, Path elsewhere) {
        return Prompt.at(served.server().address(), elsewhere, served.token("from-elsewhere", Role.APPROVER));
    }

    @Override
    String actor() {
        return "from-elsewhere";
    }
}
