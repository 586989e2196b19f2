package io.plimsoll.storage.files;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredFile;
import io.plimsoll.workspace.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Artifacts as files in the folder of a workspace. Everything is written in {@code staging/}, synced, read again and then moved to its place
 * in one step, so that a reader finds it whole or not at all, whenever the writer or the power goes away.
 */
public final class FileArtifactStore implements ArtifactStore, AutoCloseable {
    private static final String MANIFEST = "manifest.json";

    private final Addresses addresses;
    private final Staging staging;
    private final Publication publication;
    private final RunFiles runs;

    /** @param root the workspace's folder; made when something is first written */
    public FileArtifactStore(Path root, Clock clock) {
        this.addresses = new Addresses(root);
        this.staging = new Staging(addresses.staging(), clock);
        this.publication = new Publication(staging);
        this.runs = new RunFiles(addresses, staging);
    }

    @Override
    public void putModel(ModelFiles files) {
        Path address = addresses.model(files.sha256());
        files.files().keySet().forEach(SafeNames::path);
        if (!Sha256.of(files.file(MANIFEST)).equals(files.sha256())) {
            throw new IllegalArgumentException("a model's address is the hash of its " + MANIFEST);
        }
        long bytes = files.files().values().stream()
                .mapToLong(content -> content.length)
                .sum();
        boolean isNew = publication.put(address, bytes, folder -> {
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                Path place = folder.resolve(file.getKey());
                Files.createDirectories(folderOf(place));
                DurableFiles.write(place, file.getValue());
            }
        });
        if (!isNew && !isSame(files.files(), filesIn(address))) {
            throw FileFaults.damaged("other bytes lie under the address of this model", address);
        }
    }

    @Override
    public ModelFiles model(String sha256) {
        Path address = addresses.model(sha256);
        SortedMap<String, byte[]> files = filesIn(address);
        byte[] manifest = files.get(MANIFEST);
        if (manifest == null || !Sha256.of(manifest).equals(sha256)) {
            throw FileFaults.damaged(
                    "the files of this model are " + (files.isEmpty() ? "missing" : "not those of its address"),
                    address);
        }
        return new ModelFiles(sha256, files);
    }

    @Override
    public Optional<StoredFile> openModel(String sha256, String path) {
        return FileTree.open(addresses.model(sha256).resolve(SafeNames.path(path)));
    }

    @Override
    public boolean keepDataset(String sha256) {
        Path address = addresses.dataset(sha256);
        try {
            return Removal.keep(address)
                    && Files.isRegularFile(address.resolve(DatasetFolder.DATA), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw FileFaults.writing(e, address, 0);
        }
    }

    @Override
    public void putDataset(String sha256, Path file, byte[] profile) {
        Path address = addresses.dataset(sha256);
        boolean isNew = publication.put(
                address, sizeOf(file) + profile.length, folder -> DatasetFolder.fill(folder, file, profile));
        if (!isNew && !DatasetFolder.isIntact(address)) {
            throw FileFaults.damaged("the file of this dataset has changed since it was stored", address);
        }
    }

    @Override
    public void copyDataset(String sha256, Path file) {
        Path address = addresses.dataset(sha256);
        if (Files.exists(file)) {
            throw new IllegalArgumentException("a dataset is copied into a new file");
        }
        byte[] stored = DatasetFolder.storedSum(address);
        boolean isIntact = false;
        try {
            isIntact = Arrays.equals(
                    stored, DatasetFolder.sumLine(DurableFiles.copy(address.resolve(DatasetFolder.DATA), file)));
        } catch (IOException e) {
            throw FileFaults.writing(e, file, sizeOf(address.resolve(DatasetFolder.DATA)));
        } finally {
            if (!isIntact) {
                Staging.discard(file);
            }
        }
        if (!isIntact) {
            throw FileFaults.damaged("the file of this dataset has changed since it was stored", address);
        }
    }

    @Override
    public Optional<StoredFile> openDataset(String sha256) {
        return FileTree.open(addresses.dataset(sha256).resolve(DatasetFolder.DATA));
    }

    @Override
    public void verifyDataset(String sha256) {
        Path address = addresses.dataset(sha256);
        DatasetFolder.storedSum(address);
        if (!DatasetFolder.isIntact(address)) {
            throw FileFaults.damaged("the file of this dataset has changed since it was stored", address);
        }
        DatasetFolder.profile(address);
    }

    @Override
    public Optional<byte[]> datasetProfile(String sha256) {
        return DatasetFolder.profile(addresses.dataset(sha256));
    }

    @Override
    public String datasetPlace(String sha256) {
        return addresses.dataset(sha256).resolve(DatasetFolder.DATA).toString();
    }

    @Override
    public void putEvidence(String runId, String path, byte[] content) {
        runs.put(runId, path, content);
    }

    @Override
    public void putEvidence(String runId, String path, Path file) {
        runs.put(runId, path, file);
    }

    @Override
    public boolean copyEvidence(String runId, String path, Path file) {
        return runs.copy(runId, path, file);
    }

    @Override
    public Optional<byte[]> evidence(String runId, String path) {
        return runs.read(runId, path);
    }

    @Override
    public Optional<StoredFile> openEvidence(String runId, String path) {
        return FileTree.open(addresses.evidence(runId, path));
    }

    @Override
    public List<String> evidencePaths(String runId) {
        return runs.paths(runId);
    }

    @Override
    public void eraseEvidence(String runId, String path) {
        runs.erase(runId, path);
    }

    @Override
    public Uploads uploads() {
        return new FileUploads(addresses, publication);
    }

    @Override
    public List<StoredContent> contents() {
        try {
            return new Contents(addresses).list();
        } catch (IOException e) {
            throw FileFaults.reading(e, addresses.root());
        }
    }

    @Override
    public boolean remove(StoredContent content) {
        Path place = new Contents(addresses).place(content);
        try {
            return new Removal(staging).remove(place, content.touched());
        } catch (IOException e) {
            throw FileFaults.writing(e, place, 0);
        }
    }

    /** The lease of this process: the folder in staging that it keeps locked. */
    public String lease() {
        try {
            return staging.name();
        } catch (IOException e) {
            throw FileFaults.writing(e, addresses.staging(), 0);
        }
    }

    /** Whether the process that has a lease still lives. */
    public boolean isHeld(String lease) {
        return staging.isLocked(lease);
    }

    @Override
    public String evidencePlace(String runId) {
        return addresses.run(runId).toString();
    }

    @Override
    public Path scratch() {
        try {
            return staging.folder();
        } catch (IOException e) {
            throw FileFaults.writing(e, addresses.staging(), 0);
        }
    }

    @Override
    public void close() {
        try {
            staging.close();
        } catch (IOException e) {
            throw FileFaults.writing(e, addresses.staging(), 0);
        }
    }

    private static SortedMap<String, byte[]> filesIn(Path folder) {
        try {
            return FileTree.read(folder);
        } catch (IOException e) {
            throw FileFaults.reading(e, folder);
        }
    }

    private static boolean isSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(path -> Arrays.equals(one.get(path), other.get(path)));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileFaults.reading(e, file);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "every place lies in the workspace");
    }
}
