package io.plimsoll.server.endpoints;

import io.plimsoll.server.page.Tag;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import java.util.List;

/**
 * What may change of an endpoint.
 *
 * @param usual the version that is run where none is named; 0 for none
 * @param enabled whether it takes submissions
 */
record EndpointState(String name, int usual, boolean enabled, List<Version> versions) {
    record Version(int version, boolean enabled) {
        static Version of(EndpointVersion version) {
            return new Version(version.version(), version.disabled() == null);
        }
    }

    static EndpointState of(Endpoint endpoint, Endpoints endpoints) {
        return new EndpointState(
                endpoint.name(),
                endpoint.defaultVersion().orElse(0),
                endpoint.disabled() == null,
                endpoints.versions(endpoint.name()).stream().map(Version::of).toList());
    }

    Tag tag() {
        return Tag.of(this);
    }
}
