package io.plimsoll.artifact;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a model: makes them, and tells whether they are still the same. */
public final class ModelFolder {
    /** The graph's file. */
    public static final String GRAPH = "model.onnx";

    private static final String CONTRACT = "contract.json";
    private static final String NATIVE = "native/";
    private static final String REFERENCE = "reference/";

    private ModelFolder() {}

    /**
     * The whole folder of a model; the same arguments give the same bytes and address.
     *
     * @param graph an ONNX file, all in one
     * @param nativeFiles the trainer's own files, by name
     * @throws IllegalArgumentException if the graph needs other files, or a name is not a plain file name
     */
    public static ModelFiles of(byte[] graph, Contract contract, SortedMap<String, byte[]> nativeFiles) {
        return of(graph, contract, nativeFiles, new TreeMap<>());
    }

    /**
     * The same with rows that scoring reads beside the new ones.
     *
     * @param references Parquet files, by the name of the source
     */
    public static ModelFiles of(
            byte[] graph,
            Contract contract,
            SortedMap<String, byte[]> nativeFiles,
            SortedMap<String, byte[]> references) {
        if (!OnnxFile.read(graph).isSelfContained()) {
            throw new IllegalArgumentException("a model must be one file");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(GRAPH, graph.clone());
        files.put(CONTRACT, contract.bytes());
        files.putAll(MlflowFiles.of(contract));
        nativeFiles.forEach((name, content) -> files.put(NATIVE + name, content.clone()));
        references.forEach((name, content) -> files.put(reference(name), content.clone()));
        files.keySet().forEach(ModelFolder::requireSafe);
        byte[] manifest = Manifest.of(files).bytes();
        files.put(Manifest.PATH, manifest);
        return new ModelFiles(Sha256.of(manifest), files);
    }

    /** Whether a file of a model holds rows of reference. */
    public static boolean isReference(String path) {
        return path.startsWith(REFERENCE);
    }

    /** The file with the rows of a source of reference. */
    public static String reference(String source) {
        return REFERENCE + source + ".parquet";
    }

    /**
     * Checks every file against the manifest, and the manifest against the model's address.
     *
     * @return the contract
     * @throws PlimsollException with {@code ARTIFACT_DAMAGED}, a fault for every file that is missing, unknown or changed
     */
    public static Contract verify(ModelFiles files) {
        Manifest manifest = manifest(files);
        List<Fault> faults = new ArrayList<>();
        manifest.files().forEach((path, entry) -> {
            byte[] content = files.files().get(path);
            if (!Manifest.isSafe(path)) {
                faults.add(damage(files, "the manifest names a path that leads out of the model folder"));
            } else if (content == null) {
                faults.add(damage(files, path + " is missing"));
            } else if (!entry.equals(Manifest.Entry.of(content))) {
                faults.add(damage(files, path + " does not have the bytes that it was stored with"));
            }
        });
        files.files().keySet().stream()
                .filter(path -> !path.equals(Manifest.PATH) && !manifest.files().containsKey(path))
                .forEach(path -> faults.add(damage(files, path + " is not a file of this model")));
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return contract(files);
    }

    /**
     * What a model consists of, {@code manifest.json} included: SHA-256 and size of each file by its path.
     *
     * @param sha256 the model's address
     * @param manifest the bytes of {@code manifest.json}
     * @throws PlimsollException with {@code ARTIFACT_DAMAGED} if they do not give the model its address
     */
    public static SortedMap<String, Listed> list(String sha256, byte[] manifest) {
        SortedMap<String, Listed> listed = new TreeMap<>();
        listed.put(Manifest.PATH, new Listed(sha256, manifest.length));
        manifest(new ModelFiles(sha256, new TreeMap<>(Map.of(Manifest.PATH, manifest))))
                .files()
                .forEach((path, entry) -> listed.put(path, new Listed(entry.sha256(), entry.bytes())));
        return listed;
    }

    /** A file of a model as its manifest has it. */
    public record Listed(String sha256, long bytes) {}

    private static Manifest manifest(ModelFiles files) {
        byte[] bytes = files.files().get(Manifest.PATH);
        if (bytes == null) {
            throw new PlimsollException(damage(files, Manifest.PATH + " is missing"));
        }
        if (!Sha256.of(bytes).equals(files.sha256())) {
            throw new PlimsollException(
                    damage(files, Manifest.PATH + " does not have the bytes that give the model its address"));
        }
        try {
            return Manifest.read(bytes);
        } catch (IOException e) {
            throw new PlimsollException(damage(files, Manifest.PATH + " is not a manifest that this version reads"), e);
        }
    }

    private static Contract contract(ModelFiles files) {
        byte[] bytes = files.files().get(CONTRACT);
        if (bytes == null || !files.files().containsKey(GRAPH)) {
            throw new PlimsollException(damage(files, "the folder lacks " + (bytes == null ? CONTRACT : GRAPH)));
        }
        try {
            Contract contract = CanonicalJson.read(bytes, Contract.class);
            if (contract.format() == Contract.FORMAT) {
                return contract;
            }
            throw new IOException("a contract of layout " + contract.format());
        } catch (IOException e) {
            throw new PlimsollException(damage(files, CONTRACT + " is not a contract that this version reads"), e);
        }
    }

    private static Fault damage(ModelFiles files, String what) {
        return new Fault(
                ErrorCode.ARTIFACT_DAMAGED,
                what,
                "model " + files.sha256(),
                "Bring the whole folder back from a backup or a copy; nothing was computed with it.");
    }

    private static void requireSafe(String path) {
        if (!Manifest.isSafe(path)) {
            throw new IllegalArgumentException("not a file name for a model folder");
        }
    }
}
