package io.plimsoll.workspace;

import java.nio.file.Path;

/** Tables that people have sent, by the hash of their bytes. They lie in the artifact store, and what no open run is to read is gone after a day. */
public interface Uploads {
    /** Copies a table into the store; one that is there already counts as stored again now. */
    void put(Upload upload, Path file);

    /**
     * A local file with a table. It has been read, and has the bytes that were sent; it counts as stored again now.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code SOURCE_MISSING} if there is none, {@code ARTIFACT_DAMAGED} if it has changed
     */
    Path file(String sha256);
}
