package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.EventLog;
import java.time.Instant;
import java.util.List;

/** A second place, outside the database, where the log's head is noted and signed. */
public interface CheckpointPlace {
    /** Notes a head after a change that is done already; what goes wrong here is no fault of that change, and shows as a note that is missing. */
    void note(EventLog.Head head, Instant time);

    /** @throws io.plimsoll.fault.PlimsollException with {@code STORAGE} if it cannot be written */
    Checkpoint write(EventLog.Head head, Instant time);

    /** Every note, the first one first. */
    List<Checkpoint> all();
}
