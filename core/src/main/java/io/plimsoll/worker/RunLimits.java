package io.plimsoll.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one run may use.
 *
 * @param memory most bytes of memory that its process may hold, Java's and the libraries' together; null: as much as there is
 * @param time longest time that one attempt may take; null: any
 */
public record RunLimits(@Nullable Long memory, @Nullable Duration time) {
    public static final RunLimits NONE = new RunLimits(null, null);
}
