package io.plimsoll.workspace;

import io.plimsoll.artifact.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a workspace. What is visible under a content address is whole and never changes.
 *
 * <p>Every method throws {@link io.plimsoll.fault.PlimsollException} with {@code STORAGE} where the place does not work, naming the path and
 * what is needed, and {@link IllegalArgumentException} for an id, address or path that is not {@linkplain SafeNames safe}.
 */
public interface ArtifactStore {
    /**
     * Stages, syncs and re-reads a model's files, then makes them visible under their address. Storing them again changes nothing.
     *
     * @throws IllegalArgumentException if the address is not the hash of {@code manifest.json}
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if other bytes lie under the address
     */
    void putModel(ModelFiles files);

    /**
     * The files as they lie there, of which only {@code manifest.json} is checked here; the
     * {@linkplain io.plimsoll.artifact.ModelLoader loader} checks the rest against it.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if there are none, or the manifest is not the one addressed
     */
    ModelFiles model(String sha256);

    /** Opens one file of a model as it lies there, which is checked by nobody yet; empty if the model has no such file. */
    Optional<StoredFile> openModel(String sha256, String path);

    /** Whether a dataset is there; if so, it counts as stored again now. */
    boolean keepDataset(String sha256);

    /**
     * Copies a Parquet file from a local folder into the store, under the hash of the rows that it holds. A dataset that is there already
     * stays as it is.
     *
     * @param profile the rows in figures, as {@link io.plimsoll.data.DatasetProfile#file} gives them; it lies beside the rows, and goes where
     *     they go
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if the file that is there has changed since it was stored
     */
    void putDataset(String sha256, Path file, byte[] profile);

    /**
     * What was stored as a dataset's profile; empty for a dataset that has none, as those of earlier versions of Plimsoll.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if it has changed since it was stored
     */
    Optional<byte[]> datasetProfile(String sha256);

    /**
     * Copies a dataset's Parquet file out of the store. The copy is given out only if it has the bytes that were stored.
     *
     * @param file a local file that is not there yet, in a folder that is
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if the file in the store is missing or has changed; then there
     *     is no copy
     * @throws IllegalArgumentException if the local file is there
     */
    void copyDataset(String sha256, Path file);

    /** Opens a dataset's Parquet file as it lies there; empty if it is missing. */
    Optional<StoredFile> openDataset(String sha256);

    /**
     * Reads a dataset's file and its profile again and compares them with what was stored.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED} if it is missing or has changed
     */
    void verifyDataset(String sha256);

    /** Where a person finds a dataset's file. */
    String datasetPlace(String sha256);

    /** Stores or replaces one file of a run; the path is relative to the run's folder and uses {@code /}. */
    void putEvidence(String runId, String path, byte[] content);

    /** Stores or replaces one file of a run, of any size, by copying a local one. */
    void putEvidence(String runId, String path, Path file);

    /**
     * Copies one file of a run to a local file that is not there yet.
     *
     * @return whether the run has such a file
     */
    boolean copyEvidence(String runId, String path, Path file);

    Optional<byte[]> evidence(String runId, String path);

    /** Opens one file of a run as it lies there; empty if the run has no such file. */
    Optional<StoredFile> openEvidence(String runId, String path);

    /** Paths of all files of a run, sorted; empty if it has none. */
    List<String> evidencePaths(String runId);

    /** Removes one file of a run, if it is there. */
    void eraseEvidence(String runId, String path);

    /** Where a person finds a run's files. */
    String evidencePlace(String runId);

    /** Tables that people have sent. */
    Uploads uploads();

    /** All that is visible, sorted by kind and id. */
    List<StoredContent> contents();

    /**
     * Removes what was found by {@link #contents()}, unless it was stored again since.
     *
     * @return whether it was removed
     */
    boolean remove(StoredContent content);

    /** A new, empty local folder for this process alone, on the file system of the store where that is possible; gone when the store is closed. */
    Path scratch();
}
