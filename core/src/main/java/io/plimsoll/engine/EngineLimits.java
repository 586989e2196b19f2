package io.plimsoll.engine;

import org.jspecify.annotations.Nullable;

/**
 * What an engine may use of its machine.
 *
 * @param threads at least 1
 * @param memory most memory for tables, such as {@code 4GB}; null for the engine's own choice
 */
public record EngineLimits(int threads, @Nullable String memory) {}
