package io.plimsoll.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The memory of model versions and aliases. */
public interface ModelRegistry {
    /** Names of all registered models, sorted. */
    List<String> models();

    /** All versions of a model, the newest first; empty if there is no such model. */
    List<ModelVersion> versions(String model);

    Optional<ModelVersion> version(String model, int version);

    Optional<ModelVersion> alias(String model, String alias);

    Optional<ModelVersion> bySha256(String model, String sha256);

    /** The versions that a run made, sorted by model and number; empty if nothing came of it. */
    List<ModelVersion> madeBy(String runId);

    /** Every move of an alias, the first one first. */
    List<AliasMove> aliasHistory(String model, String alias);

    /**
     * Makes the next version and moves the alias {@code champion} to it, in one transaction, if the champion is still the one that the
     * candidate was judged against. Its files must have been stored before.
     *
     * <p>When it fails in the middle it may or may not have happened; asking again is safe, since the same files are never registered twice.
     *
     * @param candidate its {@code version} and {@code aliases} are ignored
     * @param judgedAgainst the champion's version, empty if there was none
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN} if the candidate's run was never begun
     */
    Registration register(ModelVersion candidate, OptionalInt judgedAgainst);

    /**
     * Takes the alias {@code champion} away, so that the next candidate faces no champion; every version stays. Whoever registers at the same
     * time does so before it, and is retired, or after it, and was judged against nobody.
     *
     * @param reason why, in somebody's own words
     * @return the move, as the alias's history keeps it
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_MODEL}, or {@code NO_CHAMPION} if no version is champion
     * @throws IllegalArgumentException if the reason is blank
     */
    AliasMove retire(String model, String reason);

    /** What a registration came to. */
    sealed interface Registration {
        record Registered(ModelVersion version) implements Registration {}

        /** The same files are registered already. */
        record Same(ModelVersion version) implements Registration {}

        /** Nothing was written: the champion is another than the one judged against. */
        record ChampionMoved() implements Registration {}
    }
}
