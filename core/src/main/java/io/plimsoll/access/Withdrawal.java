package io.plimsoll.access;

import java.time.Instant;

/**
 * That somebody, or a token, is let in no more: since when, at whose word and why.
 *
 * @param reason in the words of whoever said so
 */
public record Withdrawal(Instant since, String actor, String reason) {
    public Withdrawal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("whoever was let in is refused for a reason");
        }
    }
}
