package io.plimsoll.upkeep;

import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;

/** Finishes what crashed processes left unfinished, where there is only one way to do so. Whatever needs a decision is left to a person. */
public final class Repair {
    private final Workspace workspace;
    private final Settling settling;

    public Repair(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.settling = new Settling(workspace, clock);
    }

    /**
     * Ends the runs whose process is gone, and notes the end of the event log in the second place.
     *
     * @return those runs
     */
    public List<RunRecord> repair() {
        List<RunRecord> settled = settling.settle();
        long noted = workspace.events().checkpoints().stream()
                .mapToLong(Checkpoint::sequence)
                .max()
                .orElse(0);
        if (noted < workspace.events().head().sequence()) {
            workspace.events().checkpoint();
        }
        return settled;
    }
}
