package io.plimsoll.workspace;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * One move of an alias. What has been recorded is never changed.
 *
 * @param from the version that it pointed at before, empty the first time
 * @param to the version that it pointed at from then on
 * @param runId the run that moved it
 */
public record AliasMove(String model, String alias, OptionalInt from, int to, Instant moved, String runId) {}
