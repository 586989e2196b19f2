package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepOutput;
import java.util.Optional;

/**
 * A step that need not be taken where an earlier run has taken it with the same inputs.
 *
 * @param <I> what the step takes
 * @param <O> what it makes
 */
public interface Keyed<I, O extends StepOutput> {
    StepName name();

    /**
     * Takes the step.
     *
     * @param input what it takes, made when it is asked for
     */
    O take(Later<I> input, Trail trail, RunContext run);

    /** What its result follows from; empty where that shows only when the step is taken. */
    Optional<KeyParts> parts(Trail trail, RunContext run);

    /** The same once it is taken. A result whose parts were others before is not kept: something moved meanwhile. */
    default KeyParts parts(Trail trail, O made, RunContext run) {
        return parts(trail, run).orElseThrow();
    }

    /** Makes the result durable where it is not; what is given back goes into the memory of results, and is small. */
    Object keep(O made);

    /** Whether a later run may use it. */
    default boolean isLasting(O made) {
        return true;
    }

    /**
     * Uses a result again for this run: does what the step does beside its result, and checks that all of it is there and whole.
     *
     * @param input what the step would have taken, made only when it is asked for
     */
    TakenUp<O> takeUp(JsonNode remains, Later<I> input, Trail trail, RunContext run);
}
