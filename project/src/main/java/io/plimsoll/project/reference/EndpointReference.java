package io.plimsoll.project.reference;

import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointRefusals;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An endpoint as a user names it.
 *
 * @param version a number; empty for the endpoint with all of its versions
 */
public record EndpointReference(String name, String version) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public static EndpointReference parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new EndpointReference(text, "")
                : new EndpointReference(text.substring(0, at), text.substring(at + 1));
    }

    public boolean isWholeEndpoint() {
        return version.isEmpty();
    }

    public Endpoint endpoint(Endpoints endpoints) {
        return endpoints
                .find(name)
                .orElseThrow(() -> EndpointRefusals.unknown(
                        name, endpoints.list().stream().map(Endpoint::name).toList()));
    }

    /** The number that was named, of a version that there is; empty where none was. */
    public OptionalInt number(Endpoints endpoints) {
        Endpoint endpoint = endpoint(endpoints);
        return isWholeEndpoint()
                ? OptionalInt.empty()
                : OptionalInt.of(numbered(endpoint, endpoints).version());
    }

    /** The version that is named; without a number the default, or the newest where that is none. */
    public EndpointVersion one(Endpoints endpoints) {
        Endpoint endpoint = endpoint(endpoints);
        return isWholeEndpoint()
                ? endpoints
                        .version(name, endpoint.defaultVersion().orElse(endpoint.newest()))
                        .orElseThrow()
                : numbered(endpoint, endpoints);
    }

    private EndpointVersion numbered(Endpoint endpoint, Endpoints endpoints) {
        Optional<EndpointVersion> found = NUMBER.matcher(version).matches()
                ? endpoints.version(name, Integer.parseInt(version))
                : Optional.empty();
        return found.orElseThrow(() -> EndpointRefusals.unknownVersion(name, version, endpoint.newest()));
    }
}
