package io.plimsoll.server.fault;

import io.plimsoll.project.reference.Reason;
import org.jspecify.annotations.Nullable;

/** The field {@code reason} of a body that decides something. */
public final class GivenReason {
    private static final String POINTER = "/reason";

    private GivenReason() {}

    public static String of(@Nullable String given) {
        if (given == null) {
            throw Refusal.at(
                    POINTER, "a decision needs a reason", "say in a sentence why, for those who look back at it later");
        }
        return Refusal.read(POINTER, given, Reason::of);
    }
}
