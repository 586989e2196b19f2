package io.plimsoll.workspace;

import io.plimsoll.step.StepName;
import java.time.Instant;
import java.util.Optional;

/** The memory of what steps made, by their keys. Whether the files of a result are still there and whole is for whoever uses it to see. */
public interface StepResults {
    /**
     * Remembers a result in place of what was known under its key.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}
     * @throws IllegalArgumentException if the key is not a {@linkplain SafeNames#sha256 SHA-256}
     */
    void put(StepResult result);

    Optional<StepResult> find(String key);

    /** The result of a model's step that was made or used last. */
    Optional<StepResult> latest(String model, StepName step);

    /**
     * Remembers that a run used a result; nothing, if there is none under this key.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}
     */
    void used(String key, String runId, Instant time);

    /**
     * Forgets the results that nobody has made or used since; their files are not its business.
     *
     * @return how many
     */
    int forgetUnused(Instant since);
}
