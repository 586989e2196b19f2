package io.plimsoll.upkeep;

import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Workspace;
import java.util.function.Consumer;

/** No run says that it is under way although nobody works on it any more. */
final class RunsCheck implements Check {
    private final Workspace workspace;

    RunsCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String invariant() {
        return "I4";
    }

    @Override
    public String promise() {
        return "every run ends with one final status; none stays RUNNING when its process is gone";
    }

    @Override
    public void run(Consumer<Defect> found) {
        workspace
                .runs()
                .abandoned()
                .forEach(run -> found.accept(new Defect(
                        invariant(),
                        "run " + run.id(),
                        "it is " + run.status() + " although its process is gone",
                        "the next `plimsoll train` ends it, or `plimsoll doctor --repair` now")));
        if (workspace instanceof SharedWorkspace shared) {
            shared.queue()
                    .overdue()
                    .forEach(run -> found.accept(new Defect(
                            invariant(),
                            "run " + run,
                            "it is RUNNING although the lease of its worker is over",
                            "a running `plimsoll worker` gives it back by itself, or `plimsoll doctor --repair` now")));
        }
    }
}
