package io.plimsoll.cli.show;

import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import java.util.List;

/**
 * An endpoint with all its versions, and one of them in full.
 *
 * @param versions the newest first
 * @param specification of {@code version}
 */
public record PublishedTraining(
        Endpoint endpoint, List<EndpointVersion> versions, EndpointVersion version, Specification specification) {
    public PublishedTraining {
        versions = List.copyOf(versions);
    }
}
