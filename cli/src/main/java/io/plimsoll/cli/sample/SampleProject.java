package io.plimsoll.cli.sample;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A whole new project: config, its indications, a README and the generated tables, ready to train. */
public final class SampleProject {
    private static final Map<String, Table> TABLES = new TreeMap<>(
            Map.of("data/lung_sites.csv", LungSample::write, "data/hematology_trials.csv", HematologySample::write));
    private static final String INDICATIONS = "indications/";
    private static final String YAML = ".yml";
    private static final String IGNORED = ".gitignore";
    /** The workspace, and where scores are copied to. */
    private static final List<String> RESULTS = List.of(".plimsoll/", "scores/");

    private SampleProject() {}

    /**
     * Writes the project into {@code directory}, which is made when it is missing and may hold other files.
     *
     * @throws PlimsollException {@code ALREADY_EXISTS} naming every file that is in the way, with nothing written;
     *     {@code STORAGE} when the directory cannot be written
     */
    public static void writeTo(Path directory) {
        refuseToOverwrite(directory);
        try {
            for (String text : PackedTexts.names()) {
                writeText(text, directory);
            }
            for (Map.Entry<String, Table> table : TABLES.entrySet()) {
                writeTable(table.getKey(), table.getValue(), directory);
            }
            ignoreResults(directory.resolve(IGNORED));
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "the sample project cannot be written",
                            directory.toString(),
                            "choose a directory that you may write to, on a disk with a few megabytes to spare"),
                    e);
        }
    }

    private static void refuseToOverwrite(Path directory) {
        List<Fault> faults = files().stream()
                .filter(file -> !file.equals(IGNORED))
                .map(directory::resolve)
                .filter(Files::exists)
                .map(file -> new Fault(
                        ErrorCode.ALREADY_EXISTS,
                        "this file exists already",
                        file.toString(),
                        "choose another directory, or move the file away"))
                .toList();
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    /** A repository's own list of ignored files stays, and gets what is missing. */
    private static void ignoreResults(Path file) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        StringBuilder after = new StringBuilder(before.isEmpty() || before.endsWith("\n") ? before : before + "\n");
        RESULTS.stream()
                .filter(result -> before.lines().noneMatch(line -> line.strip().equals(result)))
                .forEach(result -> after.append(result).append('\n'));
        Files.writeString(file, after);
    }

    /** The names of its indications, in alphabetical order. */
    public static List<String> indications() {
        return PackedTexts.names().stream()
                .filter(name -> name.startsWith(INDICATIONS) && name.endsWith(YAML))
                .map(name -> name.substring(INDICATIONS.length(), name.length() - YAML.length()))
                .sorted()
                .toList();
    }

    /** Every file of the project, relative to its directory. */
    static List<String> files() {
        return Stream.of(PackedTexts.names().stream(), TABLES.keySet().stream(), Stream.of(IGNORED))
                .flatMap(names -> names)
                .toList();
    }

    private static void writeText(String name, Path directory) throws IOException {
        Path target = withParent(directory.resolve(name));
        try (InputStream text = PackedTexts.open(name)) {
            Files.copy(text, target);
        }
    }

    private static void writeTable(String name, Table table, Path directory) throws IOException {
        Path target = withParent(directory.resolve(name));
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            table.write(out);
        }
    }

    private static Path withParent(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return file;
    }

    /** Writes a generated table. */
    @FunctionalInterface
    private interface Table {
        void write(Appendable out) throws IOException;
    }
}
