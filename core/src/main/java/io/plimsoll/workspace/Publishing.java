package io.plimsoll.workspace;

import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.OptionalInt;

/**
 * A specification that somebody wants to publish.
 *
 * @param endpoint its name
 * @param actor who publishes
 */
public record Publishing(
        String endpoint,
        Specification specification,
        EndpointSettings settings,
        DefaultVersion defaultVersion,
        String actor) {
    /** Which version is the endpoint's default afterwards. */
    public enum DefaultVersion {
        /** The new one, unless the default was set by hand. */
        USUAL,
        /** The new one, and after it again the newest. */
        THIS,
        /** The one that is it now, until another is set by hand. */
        UNCHANGED
    }

    /**
     * The version that is set by hand as default once this is published.
     *
     * @param before set by hand before
     * @param usual the default before, by hand or not
     * @throws PlimsollException with {@code USAGE} if the default shall stay, and there is none
     */
    public OptionalInt setByHand(OptionalInt before, OptionalInt usual) {
        return switch (defaultVersion) {
            case USUAL -> before;
            case THIS -> OptionalInt.empty();
            case UNCHANGED -> {
                if (usual.isEmpty()) {
                    throw PlimsollException.of(
                            ErrorCode.USAGE,
                            endpoint + " has no other version that could stay its default",
                            "--no-default",
                            "publish it without --no-default, and disable it if nobody shall submit it yet");
                }
                yield usual;
            }
        };
    }
}
