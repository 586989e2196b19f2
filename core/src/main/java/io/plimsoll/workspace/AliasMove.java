package io.plimsoll.workspace;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One move of an alias. What has been recorded is never changed.
 *
 * @param from the version that it pointed at before, empty if it pointed at none
 * @param to the version that it pointed at from then on, empty if it was taken away
 * @param runId the run that moved it; absent if it was moved by hand
 * @param reason why, in the words of whoever moved it by hand; empty for a run, whose verdict says why
 */
public record AliasMove(
        String model,
        String alias,
        OptionalInt from,
        OptionalInt to,
        Instant moved,
        @Nullable String runId,
        String reason) {
    public AliasMove {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("an alias moves from a version, to a version, or both");
        }
        if (runId == null && reason.isBlank()) {
            throw new IllegalArgumentException("an alias that is moved by hand is moved for a reason");
        }
    }
}
