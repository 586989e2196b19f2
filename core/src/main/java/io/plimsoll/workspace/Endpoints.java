package io.plimsoll.workspace;

import io.plimsoll.endpoint.Specification;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Published trainings. Each change is one event of the log, written in the same transaction; what is so already is no change, and no event.
 *
 * <p>Every method that changes an endpoint throws {@link io.plimsoll.fault.PlimsollException} with {@code UNKNOWN_ENDPOINT} if there is no such
 * endpoint or version.
 */
public interface Endpoints {
    /**
     * Makes the next version of an endpoint, and the endpoint if it is new. The same specification with the same settings is the same version: then
     * nothing is changed, a version that is disabled stays so.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} if the endpoint is that of another model, or {@code USAGE} if its
     *     default shall stay and there is none
     * @throws IllegalArgumentException if the name is not {@linkplain SafeNames safe}
     */
    Publication publish(Publishing wanted);

    /** Sorted by name. */
    List<Endpoint> list();

    Optional<Endpoint> find(String name);

    /** The newest first; empty if there is no such endpoint. */
    List<EndpointVersion> versions(String name);

    Optional<EndpointVersion> version(String name, int version);

    /**
     * What was published under a digest.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code SPECIFICATION_UNREADABLE} if it is not the one that was published, or of a format that
     *     this version does not read
     */
    Optional<Specification> specification(String sha256);

    /**
     * Takes no submissions from then on.
     *
     * @param version empty for the whole endpoint
     * @param reason why, in somebody's own words
     * @return whether this changed anything
     */
    boolean disable(String name, OptionalInt version, String actor, String reason);

    /**
     * Takes submissions again.
     *
     * @param version empty for the endpoint itself; versions that were disabled by themselves stay so
     * @return whether this changed anything
     */
    boolean enable(String name, OptionalInt version, String actor);

    /**
     * Sets what is run where no version is named.
     *
     * @param version stays the default until another is set; empty for the newest that is not disabled, whichever that is
     * @return whether this changed anything
     * @throws io.plimsoll.fault.PlimsollException with {@code ENDPOINT_DISABLED} if the version is disabled
     */
    boolean setDefault(String name, OptionalInt version, String actor);

    /**
     * What publishing came to.
     *
     * @param isNew whether the version was made by it; else it was there already
     */
    record Publication(EndpointVersion version, boolean isNew) {}
}
