package io.plimsoll.endpoint;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of an endpoint's version are run. Part of the version: another one has its own.
 *
 * @param concurrency while another run of the same model has not ended
 * @param priority of two runs that wait, the higher one goes first; from −100 to 100
 * @param retries after faults of the machine
 * @param schedule null where runs begin only when somebody submits them
 * @param memoryBytes most memory of a run's process, in bytes; null for no limit of its own
 * @param timeoutSeconds longest time that a run may take, in seconds; null for no limit
 */
public record EndpointSettings(
        Concurrency concurrency,
        int priority,
        Retries retries,
        @Nullable Schedule schedule,
        @Nullable Long memoryBytes,
        @Nullable Long timeoutSeconds) {
    public static final int LEAST_PRIORITY = -100;
    public static final int MOST_PRIORITY = 100;

    /** A training needs as much for the Java process alone. */
    public static final long LEAST_MEMORY = 256L << 20;

    public static final EndpointSettings USUAL =
            new EndpointSettings(Concurrency.QUEUE, 0, Retries.USUAL, null, null, null);

    public EndpointSettings {
        if (priority < LEAST_PRIORITY || priority > MOST_PRIORITY) {
            throw new IllegalArgumentException("a priority is from " + LEAST_PRIORITY + " to " + MOST_PRIORITY);
        }
        if (memoryBytes != null && memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("a run needs " + LEAST_MEMORY + " bytes at least");
        }
        if (timeoutSeconds != null && timeoutSeconds < 1) {
            throw new IllegalArgumentException("a run needs a second at least");
        }
    }

    /** Reads what {@link #text()} wrote. */
    public static EndpointSettings read(String json) throws IOException {
        return CanonicalJson.read(json, EndpointSettings.class);
    }

    /** When runs begin by themselves; empty where they do not. */
    public Optional<Schedule> scheduled() {
        return Optional.ofNullable(schedule);
    }

    /** Canonical JSON. */
    public String text() {
        return CanonicalJson.text(this);
    }

    /** SHA-256 of {@link #text()}. */
    public String sha256() {
        return Sha256.of(text());
    }
}
