package io.plimsoll.cli;

import java.nio.file.Path;

/** In a folder, with SQLite. */
class KilledRunTest extends KilledRuns {
    @Override
    void place(Path folder) {
        // where a project has it unless it says otherwise
    }
}
