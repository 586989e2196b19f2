package io.plimsoll.worker;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.endpoint.Retries;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker must know of a queued training run beside its config.
 *
 * @param endpoint that it was submitted to; null for a run that was not published
 * @param version of the endpoint
 * @param specificationSha256 digest of what was built
 * @param reuse whether results of earlier runs may stand in for steps
 * @param retries after faults of the machine
 * @param memoryBytes most memory that its process may hold; null: as much as there is
 * @param timeoutSeconds longest time of one attempt; null: any
 */
public record RunRequest(
        @Nullable String endpoint,
        @Nullable Integer version,
        @Nullable String specificationSha256,
        boolean reuse,
        Retries retries,
        @Nullable Long memoryBytes,
        @Nullable Long timeoutSeconds) {
    public String json() {
        return CanonicalJson.text(this);
    }

    /** Reads what {@link #json()} wrote. */
    public static RunRequest read(String json) {
        try {
            return CanonicalJson.read(json, RunRequest.class);
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.WORKSPACE_INCOMPATIBLE,
                            "a queued run's request is not one that this version of Plimsoll reads",
                            "",
                            "start a worker of the version that submitted it"),
                    e);
        }
    }

    public RunLimits limits() {
        Long longest = timeoutSeconds;
        return new RunLimits(memoryBytes, longest == null ? null : Duration.ofSeconds(longest));
    }
}
