package io.plimsoll.workspace;

import java.time.Instant;

/**
 * That an endpoint, or a version of one, takes no submissions: since when, at whose word and why.
 *
 * @param reason in the words of whoever disabled it
 */
public record Disabling(Instant since, String actor, String reason) {
    public Disabling {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an endpoint is disabled for a reason");
        }
    }
}
