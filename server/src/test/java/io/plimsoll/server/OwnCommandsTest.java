package io.plimsoll.server;

import io.plimsoll.server.Typed.Prompt;
import java.nio.file.Path;

/** In the project's folder, while a server serves it and carries its runs out. */
class OwnCommandsTest extends CommandContract {
    @Override
    Prompt prompt(SampleProject project, Served served, Path elsewhere) {
        return Prompt.here(project);
    }

    @Override
    String actor() {
        return "tester";
    }
}
