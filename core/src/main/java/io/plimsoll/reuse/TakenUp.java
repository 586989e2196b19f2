package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.step.Later;
import org.jspecify.annotations.Nullable;

/**
 * A result to be used again, or why it cannot be.
 *
 * @param output made when a later step needs it; absent where it cannot be used
 * @param remains as they are for this run
 * @param obstacle one clause; empty where it can be used
 */
public record TakenUp<O>(@Nullable Later<O> output, JsonNode remains, String obstacle) {
    static <O> TakenUp<O> of(Later<O> output, JsonNode remains) {
        return new TakenUp<>(output, remains, "");
    }

    static <O> TakenUp<O> not(String obstacle, JsonNode remains) {
        return new TakenUp<>(null, remains, obstacle);
    }
}
