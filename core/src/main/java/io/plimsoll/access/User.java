package io.plimsoll.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in with a password that this workspace checks.
 *
 * @param disabled since when he is refused; absent if he is not
 */
public record User(
        String name, Role role, Instant created, @Nullable Instant disabled) {}
