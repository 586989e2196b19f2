package io.plimsoll.project.reference;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.workspace.RunRecord;
import java.util.List;

/** A run as a user names it. */
public final class RunReference {
    private static final int FOR_HINTS = 200;

    private RunReference() {}

    /** @throws PlimsollException with {@code UNKNOWN_RUN} and the nearest of the latest */
    public static RunRecord find(OpenProject project, String id) {
        return project.workspace().runs().find(id).orElseThrow(() -> {
            List<String> ids = project.workspace().runs().latest(FOR_HINTS).stream()
                    .map(RunRecord::id)
                    .toList();
            return PlimsollException.of(
                    ErrorCode.UNKNOWN_RUN,
                    "there is no run '" + id + "'" + NearMatch.hint(id, ids),
                    "",
                    "`plimsoll runs list` shows the latest");
        });
    }
}
