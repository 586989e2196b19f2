package io.plimsoll.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a queued run stands with its workers.
 *
 * @param attempt how often it was begun; 0 while it has only waited
 * @param notBefore it is not begun again before this
 * @param worker who has it, or had it last; null while it has only waited
 * @param leaseUntil when others may take it over; null unless somebody has it
 */
public record Ticket(
        String runId,
        Submission submission,
        int attempt,
        Instant notBefore,
        @Nullable String worker,
        @Nullable Instant leaseUntil) {}
