package io.plimsoll.workspace;

import io.plimsoll.data.SourceFile;
import java.util.List;
import java.util.Optional;

/** The memory of dataset versions: which source files each was made of, and which runs used it. */
public interface DatasetCatalog {
    /**
     * Links a run with the version that has this content, which is made if the content is new: its number is the next of its name. What the
     * run was linked with before is forgotten.
     *
     * @param candidate as it would be registered; its {@code version} is ignored
     * @param sources the files that the run read, in their order
     * @return the version as registered
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}, or {@code DATASET_ERASED} if rows of this content were erased
     */
    DatasetVersion register(DatasetVersion candidate, String runId, List<SourceFile> sources);

    /** Names of all datasets, sorted. */
    List<String> names();

    /** The newest version of each dataset, sorted by name. */
    List<DatasetVersion> newest();

    /** All versions of a dataset, the newest first; empty if there is no such dataset. */
    List<DatasetVersion> versions(String name);

    Optional<DatasetVersion> version(String name, int version);

    /** What a run used; empty if it never came so far. */
    Optional<DatasetVersion> ofRun(String runId);

    /** The files that a run's dataset was made of, in the order in which they were read. */
    List<SourceFile> sourcesOf(String runId);

    /** Ids of the runs that used a version, in the order in which they started. */
    List<String> runsOf(String name, int version);

    /** The versions that a file of this content went into, sorted by name and number. */
    List<DatasetVersion> ofSource(String sha256);

    /** Whether, when and why the rows of a version were erased; empty while they are there. */
    Optional<Erasure> erasure(String name, int version);

    /**
     * Lets rows be stored unless rows of this content were erased, under whatever name.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code DATASET_ERASED}
     */
    void refuseErased(String sha256);

    /**
     * Remembers that the rows of a version are erased: the version, its hash and its links stay. From then on the same content is refused.
     * Erasing again changes nothing.
     *
     * @param actor who demands it
     * @param reason why, in somebody's own words
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_DATASET}
     */
    Erasure erase(String name, int version, String actor, String reason);
}
