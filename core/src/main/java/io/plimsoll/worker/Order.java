package io.plimsoll.worker;

import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.EndpointVersion;
import org.jspecify.annotations.Nullable;

/**
 * A training that somebody wants run.
 *
 * @param version that it was published as; null where it was only built
 * @param settings how its run is to be run
 * @param given parameters; paths in it are absolute, or relative to the project
 */
public record Order(
        Specification specification, @Nullable EndpointVersion version, EndpointSettings settings, Overrides given) {
    /** Of what was published. */
    public static Order of(EndpointVersion version, Specification specification, Overrides given) {
        return new Order(specification, version, version.settings(), given);
    }

    /** Of what was built and not published. */
    public static Order of(Specification specification, Overrides given) {
        return new Order(specification, null, EndpointSettings.USUAL, given);
    }

    /**
     * Who wants it, and under which names.
     *
     * @param experiment the name under which runs are grouped
     * @param key names the submission; null: it is one of its own
     * @param reuse whether results of earlier runs may stand in for steps
     */
    public record By(
            String actor, String experiment, @Nullable String key, boolean reuse) {}
}
