package io.plimsoll.contracts;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredContent.Kind;
import io.plimsoll.workspace.StoredFile;
import io.plimsoll.workspace.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Artifacts as bytes in maps. Only the folders that it lends lie on a disk, in the system's temporary folder. */
final class MemoryArtifactStore implements ArtifactStore, AutoCloseable {
    private static final String MANIFEST = "manifest.json";

    private final Map<String, ModelFiles> models = new HashMap<>();
    private final Map<String, byte[]> datasets = new HashMap<>();
    private final Map<String, byte[]> profiles = new HashMap<>();
    private final Map<String, byte[]> evidence = new HashMap<>();
    private final MemoryUploads uploads = new MemoryUploads();
    private final Map<String, Instant> touched = new HashMap<>();
    private final List<Path> lent = new ArrayList<>();

    @Override
    public synchronized void putModel(ModelFiles files) {
        SafeNames.sha256(files.sha256());
        files.files().keySet().forEach(SafeNames::path);
        if (!Sha256.of(files.file(MANIFEST)).equals(files.sha256())) {
            throw new IllegalArgumentException("a model's address is the hash of its " + MANIFEST);
        }
        touch(Kind.MODEL, files.sha256());
        ModelFiles known = models.putIfAbsent(files.sha256(), copy(files));
        if (known != null && !isSame(known.files(), files.files())) {
            throw refusal(
                    ErrorCode.ARTIFACT_DAMAGED, "other bytes lie under the address of this model", files.sha256());
        }
    }

    @Override
    public synchronized ModelFiles model(String sha256) {
        ModelFiles files = models.get(SafeNames.sha256(sha256));
        if (files == null) {
            throw refusal(ErrorCode.ARTIFACT_DAMAGED, "the files of this model are missing", sha256);
        }
        return copy(files);
    }

    @Override
    public synchronized Optional<StoredFile> openModel(String sha256, String path) {
        SafeNames.path(path);
        return Optional.ofNullable(models.get(SafeNames.sha256(sha256)))
                .map(files -> files.files().get(path))
                .map(this::open);
    }

    /** Lies on the disk for as long as it is open. */
    private StoredFile open(byte[] content) {
        try {
            Path file = Files.write(Files.createTempFile(scratch(), "open-", ""), content);
            return new StoredFile(
                    Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE),
                    content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean keepDataset(String sha256) {
        touch(Kind.DATASET, SafeNames.sha256(sha256));
        return datasets.containsKey(sha256);
    }

    @Override
    public synchronized void putDataset(String sha256, Path file, byte[] profile) {
        touch(Kind.DATASET, SafeNames.sha256(sha256));
        try {
            if (datasets.putIfAbsent(sha256, Files.readAllBytes(file)) == null) {
                profiles.put(sha256, profile.clone());
            }
        } catch (IOException e) {
            throw refusal(ErrorCode.STORAGE, "the dataset to store could not be read", file.toString());
        }
    }

    @Override
    public synchronized void copyDataset(String sha256, Path file) {
        byte[] bytes = datasets.get(SafeNames.sha256(sha256));
        if (Files.exists(file)) {
            throw new IllegalArgumentException("a dataset is copied into a new file");
        }
        if (bytes == null) {
            throw refusal(ErrorCode.ARTIFACT_DAMAGED, "the file of this dataset is missing", sha256);
        }
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw refusal(ErrorCode.STORAGE, "the copy of the dataset could not be written", file.toString());
        }
    }

    @Override
    public synchronized Optional<StoredFile> openDataset(String sha256) {
        return Optional.ofNullable(datasets.get(SafeNames.sha256(sha256))).map(this::open);
    }

    @Override
    public synchronized void verifyDataset(String sha256) {
        if (!keepDataset(sha256)) {
            throw refusal(ErrorCode.ARTIFACT_DAMAGED, "the file of this dataset is missing", sha256);
        }
    }

    @Override
    public synchronized Optional<byte[]> datasetProfile(String sha256) {
        return Optional.ofNullable(profiles.get(SafeNames.sha256(sha256))).map(byte[]::clone);
    }

    @Override
    public String datasetPlace(String sha256) {
        return "memory of dataset " + SafeNames.sha256(sha256);
    }

    @Override
    public synchronized void putEvidence(String runId, String path, byte[] content) {
        evidence.put(SafeNames.id(runId) + "/" + SafeNames.path(path), content.clone());
    }

    @Override
    public void putEvidence(String runId, String path, Path file) {
        try {
            putEvidence(runId, path, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean copyEvidence(String runId, String path, Path file) {
        Optional<byte[]> content = evidence(runId, path);
        try {
            if (content.isPresent()) {
                Files.write(file, content.get());
            }
            return content.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Optional<byte[]> evidence(String runId, String path) {
        return Optional.ofNullable(evidence.get(SafeNames.id(runId) + "/" + SafeNames.path(path)))
                .map(byte[]::clone);
    }

    @Override
    public Optional<StoredFile> openEvidence(String runId, String path) {
        return evidence(runId, path).map(this::open);
    }

    @Override
    public synchronized List<String> evidencePaths(String runId) {
        String folder = SafeNames.id(runId) + "/";
        return evidence.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .sorted()
                .toList();
    }

    @Override
    public synchronized void eraseEvidence(String runId, String path) {
        evidence.remove(SafeNames.id(runId) + "/" + SafeNames.path(path));
    }

    @Override
    public Uploads uploads() {
        return uploads;
    }

    @Override
    public synchronized List<StoredContent> contents() {
        List<StoredContent> all = new ArrayList<>();
        models.keySet().stream().sorted().forEach(id -> all.add(content(Kind.MODEL, id)));
        datasets.keySet().stream().sorted().forEach(id -> all.add(content(Kind.DATASET, id)));
        evidence.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .sorted()
                .forEach(id -> all.add(content(Kind.EVIDENCE, id)));
        all.addAll(uploads.contents());
        return all;
    }

    private StoredContent content(Kind kind, String id) {
        return new StoredContent(kind, id, 0, touched.getOrDefault(kind + id, Instant.EPOCH));
    }

    @Override
    public synchronized boolean remove(StoredContent content) {
        if (!contents().contains(content)) {
            return false;
        }
        switch (content.kind()) {
            case MODEL -> models.remove(content.id());
            case DATASET -> {
                datasets.remove(content.id());
                profiles.remove(content.id());
            }
            case EVIDENCE -> evidence.keySet().removeIf(path -> path.startsWith(content.id() + "/"));
            case UPLOAD -> uploads.remove(content.id());
        }
        return true;
    }

    private void touch(Kind kind, String id) {
        touched.put(kind + id, Instant.now());
    }

    @Override
    public String evidencePlace(String runId) {
        return "memory of run " + SafeNames.id(runId);
    }

    @Override
    public synchronized Path scratch() {
        try {
            Path folder = Files.createTempDirectory("plimsoll-scratch-");
            lent.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        lent.forEach(MemoryArtifactStore::delete);
        lent.clear();
        uploads.close();
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> innermostFirst = new ArrayList<>(tree.toList());
            Collections.reverse(innermostFirst);
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFiles copy(ModelFiles files) {
        SortedMap<String, byte[]> copies = new TreeMap<>();
        files.files().forEach((path, content) -> copies.put(path, content.clone()));
        return new ModelFiles(files.sha256(), copies);
    }

    private static boolean isSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    private static PlimsollException refusal(ErrorCode code, String what, String where) {
        return PlimsollException.of(code, what, where, "This workspace lasts only as long as the process.");
    }
}
