package io.plimsoll.endpoint;

import io.plimsoll.config.ConfigLoader;
import java.util.List;
import java.util.Set;

/**
 * What a process can train with: its code, its engine, and the jars that its project loads.
 *
 * @param version of Plimsoll: {@code 0.1.0}
 * @param commit of its source; {@code unknown} outside a checkout
 * @param engine as config files know it: {@code local}
 * @param trainers short names of all trainers, those of jars too
 * @param jars in the order of {@code plimsoll.yml}
 * @param configs reads configs that name these trainers and the metrics of these jars
 */
public record Installation(
        String version, String commit, String engine, Set<String> trainers, List<Jar> jars, ConfigLoader configs) {
    /** Where a trainer comes from that the engine itself brings. */
    public static final String BUILT_IN = "built-in";

    public Installation {
        trainers = Set.copyOf(trainers);
        jars = List.copyOf(jars);
    }

    /**
     * One jar that was loaded.
     *
     * @param name as the project names it
     * @param sha256 of its bytes
     * @param trainers short names of those that it brings
     * @param metrics labels of those that it brings
     */
    public record Jar(String name, String sha256, Set<String> trainers, Set<String> metrics) {
        public Jar {
            trainers = Set.copyOf(trainers);
            metrics = Set.copyOf(metrics);
        }
    }

    /** The jar that brings a trainer, or {@link #BUILT_IN}. */
    String sourceOf(String trainer) {
        return jars.stream()
                .filter(jar -> jar.trainers().contains(trainer))
                .map(Jar::name)
                .findFirst()
                .orElse(BUILT_IN);
    }
}
