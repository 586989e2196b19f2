package io.plimsoll.workspace;

import java.util.List;
import java.util.Optional;

/** The memory of dataset versions. */
public interface DatasetCatalog {
    /**
     * Links a run with the version that has this content, which is made if the content is new: its number is the next of its name.
     *
     * @param candidate as it would be registered; its {@code version} is ignored
     * @return the version as registered
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}
     */
    DatasetVersion register(DatasetVersion candidate, String runId);

    Optional<DatasetVersion> ofRun(String runId);

    /** All versions of a dataset, the newest first; empty if there is no such dataset. */
    List<DatasetVersion> versions(String name);
}
