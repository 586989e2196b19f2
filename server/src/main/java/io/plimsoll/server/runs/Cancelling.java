package io.plimsoll.server.runs;

import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.security.Caller;

/** Ends runs at the word of whoever asks. */
public final class Cancelling {
    private Cancelling() {}

    /**
     * Ends a run that waits or goes on.
     *
     * @param reason why, in one line; empty for none
     * @return false if it had ended, or registered its model, before
     */
    public static boolean cancel(String run, String reason, OpenProject project) {
        RunReference.find(project, run);
        String given = reason.isEmpty() ? "" : ": " + GivenReason.of(reason);
        return project.workspace()
                .queue()
                .cancel(run, "cancelled by " + Caller.current().actor() + given);
    }
}
