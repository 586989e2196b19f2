package io.plimsoll.workspace;

import io.plimsoll.endpoint.EndpointSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One specification as it was published, with how its runs are to be run. But for being disabled it never changes.
 *
 * @param version 1, 2, … per endpoint; the same specification with the same settings keeps its version
 * @param specificationSha256 digest of the specification, under which {@link Endpoints#specification} gives it
 * @param publishedBy who published it
 * @param disabled null while it takes submissions
 */
public record EndpointVersion(
        String endpoint,
        int version,
        String specificationSha256,
        String indication,
        String modelType,
        String model,
        EndpointSettings settings,
        Instant published,
        String publishedBy,
        @Nullable Disabling disabled) {
    /** {@code lung-activation-training@3}. */
    public String reference() {
        return endpoint + "@" + version;
    }
}
