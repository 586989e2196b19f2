package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.DatasetLine;
import io.plimsoll.cli.show.DatasetUse;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.util.List;
import java.util.Optional;

/** The modelling tables that runs used. An unknown dataset or version is {@code UNKNOWN_DATASET}. */
public interface DatasetDesk {
    /** The newest version of each. */
    List<DatasetLine> newest();

    /** Versions that a file went into. */
    List<DatasetLine> madeOf(String sha256);

    /** All versions of one, the newest first. */
    List<DatasetLine> all(DatasetReference dataset);

    DatasetView show(DatasetReference version);

    /**
     * A version.
     *
     * @param uses the latest first
     * @param place where its rows lie
     * @param profile empty where the rows were erased
     */
    record DatasetView(
            DatasetVersion version,
            List<DatasetUse> uses,
            String place,
            Optional<Erasure> erasure,
            Optional<DatasetProfile> profile) {
        public DatasetView {
            uses = List.copyOf(uses);
        }
    }
}
