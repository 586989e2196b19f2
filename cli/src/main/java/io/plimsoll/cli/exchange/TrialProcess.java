package io.plimsoll.cli.exchange;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.onnx.OnnxModelLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The program of a process that a model from elsewhere is tried in: it loads the folder as scoring would and opens it to be explained, canaries included,
 * and ends. Whatever the graph does to the library that reads it happens here, where there is nothing to harm.
 */
public final class TrialProcess {
    /** It loads and predicts what it promises. */
    static final int PASSED = 0;

    /** It was read and turned away; the reason is on the output, a line of text. */
    static final int TURNED_AWAY = 3;

    private static final String MANIFEST = "manifest.json";

    private TrialProcess() {}

    /** @param arguments the folder */
    public static void main(String... arguments) throws IOException {
        System.exit(run(Path.of(arguments[0]), new OnnxModelLoader()));
    }

    private static int run(Path folder, ModelLoader loader) throws IOException {
        try {
            ModelFiles files = read(folder);
            loader.load(files).close();
            explain(files, loader);
            return PASSED;
        } catch (PlimsollException e) {
            Fault first = e.faults().get(0);
            System.out.write(first.what().getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return TURNED_AWAY;
        }
    }

    /** A model that cannot be explained is as welcome as any other. */
    private static void explain(ModelFiles files, ModelLoader loader) {
        try {
            loader.explainer(files).close();
        } catch (PlimsollException e) {
            if (e.code() != ErrorCode.NOT_EXPLAINABLE) {
                throw e;
            }
        }
    }

    private static ModelFiles read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            String name = folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            files.put(name, Files.readAllBytes(file));
        }
        return new ModelFiles(Sha256.of(Files.readAllBytes(folder.resolve(MANIFEST))), files);
    }
}
