package io.plimsoll.upkeep;

import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Every visible folder is whole, whether anything refers to it or not; what nothing refers to is not there for ever. */
final class OrphansCheck implements Check {
    private static final String COLLECT = "plimsoll gc --delete removes what nothing refers to once it is a day old";

    private final Workspace workspace;
    private final Garbage garbage;

    OrphansCheck(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.garbage = new Garbage(workspace, clock);
    }

    @Override
    public String invariant() {
        return "I2";
    }

    @Override
    public String promise() {
        return "every visible folder is whole; what nothing refers to is younger than a day, or `gc` lists it";
    }

    /** What {@code gc} would remove is no defect: that is what it is for. */
    @Override
    public void run(Consumer<Defect> found) {
        for (StoredContent content : garbage.unreferenced()) {
            try {
                verify(content);
            } catch (PlimsollException e) {
                found.accept(new Defect(
                        invariant(),
                        content.kind() + " " + content.id(),
                        "nothing refers to it, and it is not whole: "
                                + e.faults().get(0).what(),
                        COLLECT));
            }
        }
    }

    private void verify(StoredContent content) {
        switch (content.kind()) {
            case MODEL -> ModelFolder.verify(workspace.artifacts().model(content.id()));
            case DATASET -> workspace.artifacts().verifyDataset(content.id());
            case EVIDENCE -> workspace.artifacts().evidencePaths(content.id());
            case UPLOAD -> workspace.artifacts().uploads().file(content.id());
        }
    }
}
