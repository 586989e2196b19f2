package io.plimsoll.workspace;

import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A name under which trainings of one model are published, and submitted by people who need not know how they are made.
 *
 * @param name {@code lung-activation-training}
 * @param model the name under which its models are registered; the same for all of its versions
 * @param newest number of its newest version
 * @param defaultVersion what is run where no version is named: the one that was set by hand, which may be disabled; else the newest that is not
 *     disabled, if there is one
 * @param setByHand whether the default was set by hand, and stays where it is when another version is published
 * @param disabled null while it takes submissions
 */
public record Endpoint(
        String name,
        String indication,
        String modelType,
        String model,
        int newest,
        OptionalInt defaultVersion,
        boolean setByHand,
        @Nullable Disabling disabled,
        Instant created) {
    /** The name under which a model's training is published where none is given: {@code lung-activation-training}. */
    public static String usualName(String model) {
        return model + "-training";
    }
}
