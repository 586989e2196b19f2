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

    /** Every model, sorted by name. */
    List<ModelSummary> summaries();

    /** Names of all aliases that a model ever had, sorted. */
    List<String> aliasNames(String model);

    /** Every move of an alias, the first one first. */
    List<AliasMove> aliasHistory(String model, String alias);

    /**
     * Makes the next version and, unless it waits for approval, moves the alias {@code champion} to it, in one transaction, if the champion is
     * still the one that the candidate was judged against. Its files must have been stored before.
     *
     * <p>Where nobody knows whether the transaction was kept, that is found out by reading, never by writing again.
     *
     * @param candidate its {@code version}, {@code aliases} and {@code state} are ignored
     * @param judgedAgainst the champion's version, empty if there was none
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN} if the candidate's run was never begun
     */
    Registration register(ModelVersion candidate, OptionalInt judgedAgainst, Admission admission);

    /**
     * Moves an alias, if it still points where the move begins. A version that becomes champion no longer waits for approval.
     *
     * @param wanted its time is given by the registry
     * @return the move, as the alias's history keeps it; empty if the alias points elsewhere: then nothing was written
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_MODEL} if there is no such model or version, or {@code VERSION_CLOSED}
     *     if the version is archived or was rejected, or waits for approval and the alias is not {@code champion}
     */
    Optional<AliasMove> move(AliasMove wanted);

    /**
     * Decides that a version is put aside ({@code ARCHIVED}), or shall not be champion ({@code REJECTED}).
     *
     * @return the version as it is then
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_MODEL}; {@code VERSION_IN_USE} if an alias points at it; or
     *     {@code VERSION_CLOSED} if it is so already, or is to be rejected and does not wait for approval
     * @throws IllegalArgumentException for another state, or if the reason is blank
     */
    ModelVersion close(String model, int version, VersionState state, String actor, String reason);

    /**
     * Takes the alias {@code champion} away, so that the next candidate faces no champion; every version stays. Whoever registers at the same
     * time does so before it, and is retired, or after it, and was judged against nobody.
     *
     * @param actor who does so
     * @param reason why, in somebody's own words
     * @return the move, as the alias's history keeps it
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_MODEL}, or {@code NO_CHAMPION} if no version is champion
     * @throws IllegalArgumentException if the reason is blank
     */
    AliasMove retire(String model, String actor, String reason);

    /** What a registration came to. */
    sealed interface Registration {
        record Registered(ModelVersion version) implements Registration {}

        /** The same files are registered already. */
        record Same(ModelVersion version) implements Registration {}

        /** Nothing was written: the champion is another than the one judged against. */
        record ChampionMoved() implements Registration {}
    }
}
