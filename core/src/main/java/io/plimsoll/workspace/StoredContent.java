package io.plimsoll.workspace;

import java.time.Instant;

/**
 * One visible thing in an artifact store: a model folder, a dataset, the files of a run, or a table that somebody has sent.
 *
 * @param id its address, or the run's id
 * @param bytes size of all of its files
 * @param touched when it was last stored, or stored again
 */
public record StoredContent(Kind kind, String id, long bytes, Instant touched) {
    /** What it is. */
    public enum Kind {
        MODEL,
        DATASET,
        EVIDENCE,
        UPLOAD
    }
}
