package io.plimsoll.workspace;

import java.time.Instant;

/**
 * What is left of a dataset version whose rows were erased: that, when, by whom and why. Its hash stays with the version.
 *
 * @param reason in the words of whoever erased them
 */
public record Erasure(Instant erased, String actor, String reason) {
    public Erasure {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("rows are erased for a reason");
        }
    }
}
