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
 * @param actor who submitted that run, or who moved it by hand
 * @param reason why, in the words of whoever moved it by hand; empty for a run, whose verdict says why
 * @param promotedBy by what right the version became champion; absent for other aliases, and where the alias was taken away
 */
public record AliasMove(
        String model,
        String alias,
        OptionalInt from,
        OptionalInt to,
        Instant moved,
        @Nullable String runId,
        String actor,
        String reason,
        @Nullable PromotedBy promotedBy) {
    public AliasMove {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("an alias moves from a version, to a version, or both");
        }
        if (runId == null && reason.isBlank()) {
            throw new IllegalArgumentException("an alias that is moved by hand is moved for a reason");
        }
        if ((promotedBy != null) != (alias.equals(ModelVersion.CHAMPION) && to.isPresent())) {
            throw new IllegalArgumentException("a champion, and nothing else, is promoted by something");
        }
    }

    /** The same move at another time. */
    public AliasMove at(Instant time) {
        return new AliasMove(model, alias, from, to, time, runId, actor, reason, promotedBy);
    }
}
