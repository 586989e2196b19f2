package io.plimsoll.workspace;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An immutable version of a registered model.
 *
 * @param version 1, 2, … per model, given by the registry
 * @param sha256 address of its files
 * @param runId the run that made it
 * @param tags metrics, dataset version, config digest, experiment, code version and environment, by name
 * @param verdict the verdict under which it was registered, in canonical JSON
 * @param aliases names that point at it now
 * @param state what may become of it; a candidate's is ignored
 */
public record ModelVersion(
        String model,
        int version,
        String sha256,
        String runId,
        Instant created,
        SortedMap<String, String> tags,
        String verdict,
        SortedSet<String> aliases,
        VersionState state) {
    /** The alias of the version in use. */
    public static final String CHAMPION = "champion";

    public ModelVersion {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
    }

    /** {@code lung-enrollment@3}. */
    public String reference() {
        return model + "@" + version;
    }
}
