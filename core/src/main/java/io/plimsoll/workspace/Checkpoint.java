package io.plimsoll.workspace;

import java.time.Instant;

/**
 * A signed note, kept outside the database, of where the event log once ended. A log that no longer reaches so far, or reads otherwise there,
 * was cut or changed since.
 *
 * @param genuine whether its signature is that of the place's key
 */
public record Checkpoint(long sequence, String sha256, Instant time, boolean genuine) {}
